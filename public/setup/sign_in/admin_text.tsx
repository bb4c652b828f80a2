import { EuiAccordion, EuiCodeBlock, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** A request to send to an Azure administrator. */
const adminText = () =>
  i18n.translate('azureOpenaiSetup.wizard.connect.admin.text', {
    defaultMessage: `Kibana should create an Azure OpenAI resource and a model deployment in our subscription. Needed is one of these:

1. My account gets the role "Contributor" on the subscription, or on a resource group made for it, and may use the device code flow (Conditional Access can block it).

2. A service principal with the role "Contributor" there:
   az ad sp create-for-rbac --name kibana-azure-openai --role Contributor --scopes /subscriptions/SUBSCRIPTION-ID
   Tell me its tenant, application (client) ID and client secret by a safe way. Kibana uses the secret once and does not keep it.

The subscription needs the resource provider Microsoft.CognitiveServices (Contributor may register it) and quota for an OpenAI model.`,
  });

/** For those who cannot sign in themselves. */
export function ConnectAdminText(): ReactElement {
  const id = useGeneratedHtmlId({ prefix: 'cannotSignIn' });
  return (
    <EuiAccordion
      id={id}
      buttonContent={i18n.translate('azureOpenaiSetup.wizard.connect.admin.title', {
        defaultMessage: "I can't sign in from Kibana",
      })}
      buttonProps={{ 'data-test-subj': 'cannotSignIn' }}
      paddingSize="s"
    >
      <EuiText size="s">
        <p>
          {i18n.translate('azureOpenaiSetup.wizard.connect.admin.intro', {
            defaultMessage: 'Send this to the administrator of your Azure subscription.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiCodeBlock
        language="text"
        fontSize="s"
        paddingSize="m"
        isCopyable
        whiteSpace="pre-wrap"
        data-test-subj="azureAdminText"
      >
        {adminText()}
      </EuiCodeBlock>
    </EuiAccordion>
  );
}
