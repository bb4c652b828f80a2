import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { allGranted, anEnvironment, aSession } from '../../../test/support/builders/answers';
import { failure } from '../../../test/support/page/fake_http';
import { showStep } from '../../../test/support/page/show_form_step';
import { KeylessSettings } from './keyless_settings';

const applicationId = 'c0000000-0000-4000-8000-000000000005';
const secret = 'S3CR3T-of-a-test';
const keyless = { target: 'inference_endpoint', authentication: 'entra_id' } as const;

const inKibana = (version: string) => ({
  environment: () => anEnvironment({ targetFacts: allGranted(version) }),
});

const enter = async (id: string, value: string) => {
  await userEvent.type(screen.getByTestId('applicationIdInput'), id);
  await userEvent.type(screen.getByTestId('applicationSecretInput'), value);
  await userEvent.click(screen.getByTestId('useApplication'));
};

describe('the choice to go without keys', () => {
  it('selects the inference endpoint, shows the application, and reverts both', async () => {
    const { updates, resets } = showStep(KeylessSettings, { answers: inKibana('9.4.0') });
    expect(screen.queryByTestId('applicationForm')).not.toBeInTheDocument();
    await userEvent.click(await screen.findByTestId('keylessSwitch'));
    expect(updates).toEqual([keyless]);
    expect(screen.getByTestId('applicationForm')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('keylessSwitch'));
    expect(resets).toEqual([['authentication', 'target', 'applicationId']]);
  });

  it('tests the application and keeps its secret out of the browser', async () => {
    const answers = {
      ...inKibana('9.4.0'),
      application: () => ({ session: 'renewed' }),
    };
    const { updates } = showStep(KeylessSettings, { request: keyless, answers });
    await enter(applicationId, secret);
    expect(await screen.findByTestId('applicationUsed')).toHaveTextContent(
      'The application signed in.',
    );
    expect(updates).toEqual([{ applicationId }]);
    expect(screen.getByTestId('applicationSecretInput')).toHaveValue('');
    expect(screen.getByTestId('applicationSecretInput')).toBeValid();
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
    expect(calls.map(({ route }) => route)).not.toContain('application');
  });

  it.each([
    ['below 9.4', '9.3.1', 'public'],
    ['in another cloud', '9.6.0', 'china'],
  ] as const)('is hidden %s, but can be undone', async (_where, version, cloud) => {
    const setting = { answers: inKibana(version), session: aSession({ cloud }) };
    const { unmount, calls } = showStep(KeylessSettings, setting);
    await waitFor(() => expect(calls).not.toEqual([]));
    expect(screen.queryByTestId('keylessSwitch')).not.toBeInTheDocument();
    unmount();
    showStep(KeylessSettings, { ...setting, request: keyless });
    expect(await screen.findByTestId('keylessSwitch')).toBeEnabled();
  });
});
