import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { click, see } from '../../../test/support/page/page_driver';
import { showStep, someOptions } from '../../../test/support/page/show_form_step';
import { ResourceSettings } from './resource_settings';

const show = () =>
  showStep(ResourceSettings, { options: someOptions({ accounts: [anAccountOption()] }) });

describe('ResourceSettings', () => {
  it('asks for a resource when "Existing resource" is chosen without one', async () => {
    const { updates } = show();
    await click('resourceMode-existing');
    expect(updates).toEqual([{ accountName: '' }]);
    expect(await see('noAccountChosen')).toHaveTextContent('Choose a resource from the list');
    await userEvent.click(screen.getByRole('button', { name: 'Use team-openai' }));
    expect(screen.queryByTestId('noAccountChosen')).not.toBeInTheDocument();
  });

  it('recommends a name again when the person returns to "New resource"', async () => {
    show();
    await click('resourceMode-existing');
    await click('resourceMode-new');
    expect(await see('accountNameInput')).toHaveValue('kibana-openai-4f2a');
    expect(screen.getByTestId('accountNameInput')).toBeValid();
  });
});
