import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure } from '../../../test/support/fake_http';
import { showStep } from '../../../test/support/show_form_step';
import { KeylessSettings } from './keyless_settings';

const applicationId = 'c0000000-0000-4000-8000-000000000005';
const secret = 'S3CR3T-of-a-test';
const keyless = { target: 'inference_endpoint', authentication: 'entra_id' } as const;

const enter = async (id: string, value: string) => {
  await userEvent.type(screen.getByTestId('applicationIdInput'), id);
  await userEvent.type(screen.getByTestId('applicationSecretInput'), value);
  await userEvent.click(screen.getByTestId('useApplication'));
};

describe('the choice to go without keys', () => {
  it('needs an inference endpoint and shows the application, and takes both back', async () => {
    const { updates, resets } = showStep(KeylessSettings);
    expect(screen.queryByTestId('applicationForm')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('keylessSwitch'));
    expect(updates).toEqual([keyless]);
    expect(screen.getByTestId('applicationForm')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('keylessSwitch'));
    expect(resets).toEqual([['authentication', 'target', 'applicationId']]);
  });

  it('tries the application out and keeps its secret nowhere in the browser', async () => {
    const answers = { application: () => ({ session: 'renewed', principalId: applicationId }) };
    const { updates } = showStep(KeylessSettings, { request: keyless, answers });
    await enter(applicationId, secret);
    await screen.findByDisplayValue(applicationId);
    expect(updates).toEqual([{ applicationId }]);
    expect(screen.getByTestId('applicationSecretInput')).toHaveValue('');
    const kept = JSON.stringify([{ ...sessionStorage }, { ...localStorage }, updates]);
    expect(kept).not.toContain(secret);
  });

  it('shows the refusal at its field', async () => {
    const answers = {
      application: () => {
        throw failure({ code: 'sign_in_wrong_secret', field: 'clientSecret' });
      },
    };
    showStep(KeylessSettings, { request: keyless, answers });
    await enter(applicationId, secret);
    expect(await screen.findByText('The client secret is wrong')).toBeInTheDocument();
    expect(screen.getByTestId('applicationSecretInput')).toBeInvalid();
    expect(screen.getByTestId('applicationIdInput')).toBeValid();
  });

  it('sends nothing while the application ID breaks its rule', async () => {
    const { calls } = showStep(KeylessSettings, { request: keyless });
    await enter('not-an-id', secret);
    expect(screen.getByTestId('applicationIdInput')).toBeInvalid();
    expect(calls).toEqual([]);
  });
});
