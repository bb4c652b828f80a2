import { EuiCallOut, EuiEmptyPrompt, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { TextToSend } from './text_to_send';

const requestText = () =>
  i18n.translate('azureOpenaiSetup.privilege.text', {
    defaultMessage: `I want to connect Azure OpenAI to Kibana's AI Assistants. My role needs these privileges in this space:

- Azure OpenAI setup: All
- For a connector: Actions and Connectors: All
- For an inference endpoint (Kibana 9.4 or later): the Elasticsearch cluster privileges manage_inference and monitor_inference

Stack Management > Roles > (my role).`,
  });

const RequestText = ({ intro }: { intro: string }): ReactElement => (
  <TextToSend intro={intro} text={requestText()} testSubj="privilegeRequest" />
);

/** Shows the missing privilege, with a request for the administrator. */
export function NoPrivilege(): ReactElement {
  return (
    <EuiEmptyPrompt
      iconType="lock"
      title={
        <h2>
          {i18n.translate('azureOpenaiSetup.privilege.title', {
            defaultMessage: 'You need another privilege',
          })}
        </h2>
      }
      body={
        <RequestText
          intro={i18n.translate('azureOpenaiSetup.privilege.body', {
            defaultMessage:
              'Your roles don\'t include "Azure OpenAI setup: All" in this space. Send this to the person who manages roles in Kibana.',
          })}
        />
      }
      data-test-subj="noPrivilege"
    />
  );
}

export function NoConnectorPrivilege(): ReactElement {
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="warning"
        title={i18n.translate('azureOpenaiSetup.privilege.connectors', {
          defaultMessage: "You can't create connectors in this space",
        })}
        data-test-subj="noConnectorPrivilege"
      >
        <RequestText
          intro={i18n.translate('azureOpenaiSetup.privilege.connectorsBody', {
            defaultMessage:
              'To create a connector, you need more privileges. Send this request to the person who manages roles in Kibana.',
          })}
        />
      </EuiCallOut>
      <EuiSpacer size="l" />
    </>
  );
}
