import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showStep } from '../../../test/support/page/show_form_step';
import { TargetSettings } from './target_settings';

describe('the connector', () => {
  it('has a name, and its rule when the name breaks it', async () => {
    const { updates } = showStep(TargetSettings);
    const input = screen.getByTestId('targetNameInput');
    await userEvent.type(input, ' ');
    expect(updates).toEqual([{ targetName: 'Azure OpenAI - GPT-5.2 ' }]);
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/1 to 100 characters/);
  });

  it('shows its URL and where the key goes, and asks for neither', () => {
    showStep(TargetSettings);
    expect(screen.getByTestId('connectorFacts')).toHaveTextContent(
      'https://kibana-openai-4f2a.openai.example/openai/deployments/gpt-5.2/chat/completions?api-version=',
    );
    expect(screen.getByTestId('connectorKeySentence')).toHaveTextContent("It's never displayed.");
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
  });

  it('shows no URL made of names that break their rules', () => {
    showStep(TargetSettings, { request: { customSubDomainName: 'a b' } });
    expect(screen.getByTestId('connectorFacts')).not.toHaveTextContent('https://');
  });
});
