import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { TextToSend } from '../../shared/problems/text_to_send';

const requestText = () =>
  i18n.translate('azureOpenaiSetup.signIn.admin.text', {
    defaultMessage: `Hi, I want to connect Azure OpenAI to Kibana. Could you do one of the following?

1. Give my account the Contributor role on our subscription, and allow device codes for it (Conditional Access can block them).

2. Create a service principal with the Contributor role:
   az ad sp create-for-rbac --name kibana-azure-openai --role Contributor --scopes /subscriptions/SUBSCRIPTION-ID
   Send me the tenant ID, application (client) ID, and client secret over a secure channel. Kibana doesn't store the secret.

Kibana creates an Azure OpenAI resource and a model deployment. The subscription needs quota for an OpenAI model and the resource provider Microsoft.CognitiveServices, which Contributor can register.`,
  });

/** A request to send to the person who manages Azure. */
export const AdminText = (): ReactElement => (
  <TextToSend
    intro={i18n.translate('azureOpenaiSetup.signIn.admin.intro', {
      defaultMessage: 'Copy this request and send it to the administrator of your subscription.',
    })}
    text={requestText()}
    testSubj="azureAdminText"
  />
);
