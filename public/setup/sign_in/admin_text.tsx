import { EuiAccordion, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { TextToSend } from '../../shared/text_to_send';

/** A request to send to an Azure administrator. */
const adminText = () =>
  i18n.translate('azureOpenaiSetup.wizard.connect.admin.text', {
    defaultMessage: `Kibana should create an Azure OpenAI resource and a model deployment in our subscription. I need one of these:

1. My account gets the role "Contributor" on the subscription, or on a resource group created for it, and can use the device code flow (Conditional Access can block it).

2. A service principal with the role "Contributor" there:
   az ad sp create-for-rbac --name kibana-azure-openai --role Contributor --scopes /subscriptions/SUBSCRIPTION-ID
   Tell me its tenant, application (client) ID and client secret in a safe way. Kibana uses the secret once and does not keep it.

The subscription needs the resource provider Microsoft.CognitiveServices (Contributor can register it) and quota for an OpenAI model.`,
  });

/** For people who cannot sign in themselves. */
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
      <TextToSend
        intro={i18n.translate('azureOpenaiSetup.wizard.connect.admin.intro', {
          defaultMessage: 'Send this to the administrator of your Azure subscription.',
        })}
        text={adminText()}
        testSubj="azureAdminText"
      />
    </EuiAccordion>
  );
}
