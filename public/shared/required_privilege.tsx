import { EuiCallOut, EuiCodeBlock, EuiEmptyPrompt, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useCore } from '../api/core_context';

/** What this person may do in this space. */
export function usePrivileges(): { show: boolean; manage: boolean; saveConnectors: boolean } {
  const { capabilities } = useCore().application;
  return {
    show: capabilities['azureOpenaiSetup']?.['show'] === true,
    manage: capabilities['azureOpenaiSetup']?.['manage'] === true,
    saveConnectors: capabilities['actions']?.['save'] === true,
  };
}

const requestText = () =>
  i18n.translate('azureOpenaiSetup.wizard.privilege.text', {
    defaultMessage: `I want to connect Azure OpenAI to Kibana's AI Assistants and need two Kibana privileges in this space:

- Azure OpenAI setup: All
- Actions and Connectors: All

Stack Management > Roles > (my role) > Kibana privileges.`,
  });

function RequestText({ intro }: { intro: string }): ReactElement {
  return (
    <>
      <EuiText size="s">
        <p>{intro}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiCodeBlock
        language="text"
        fontSize="s"
        paddingSize="m"
        isCopyable
        whiteSpace="pre-wrap"
        css={{ textAlign: 'start' }}
        data-test-subj="privilegeRequest"
      >
        {requestText()}
      </EuiCodeBlock>
    </>
  );
}

/** For people who may not use the page: what is missing, and whom to ask. */
export function NoPrivilege(): ReactElement {
  return (
    <EuiEmptyPrompt
      iconType="lock"
      title={
        <h2>
          {i18n.translate('azureOpenaiSetup.wizard.privilege.title', {
            defaultMessage: 'You need another privilege',
          })}
        </h2>
      }
      body={
        <RequestText
          intro={i18n.translate('azureOpenaiSetup.wizard.privilege.body', {
            defaultMessage:
              'Your roles do not include "Azure OpenAI setup: All" in this space. Send this to the person who manages roles in Kibana.',
          })}
        />
      }
      data-test-subj="noPrivilege"
    />
  );
}

/** Setup could do everything except its last step. */
export function NoConnectorPrivilege(): ReactElement {
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="warning"
        title={i18n.translate('azureOpenaiSetup.wizard.privilege.connectors', {
          defaultMessage: 'You cannot create connectors in this space',
        })}
        data-test-subj="noConnectorPrivilege"
      >
        <RequestText
          intro={i18n.translate('azureOpenaiSetup.wizard.privilege.connectorsBody', {
            defaultMessage:
              'You can look around, but setup ends with a connector. Send this to the person who manages roles in Kibana.',
          })}
        />
      </EuiCallOut>
      <EuiSpacer size="l" />
    </>
  );
}
