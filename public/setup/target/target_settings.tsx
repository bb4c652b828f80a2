import { EuiFieldText, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import { chatUrl } from '../../../common/azure/chat_url';
import { mainTargetOf, targetKindsOf } from '../../../common/targets/targets';
import { endpointUrl } from '../../../common/azure/endpoint';
import * as fields from '../../../common/fields';
import type { SetupRequest } from '../../../common/setup_request';
import { FieldRow } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';
import { targetText } from './target_text';

const text = {
  url: i18n.translate('azureOpenaiSetup.connector.url', { defaultMessage: 'URL' }),
  urlLater: i18n.translate('azureOpenaiSetup.connector.urlLater', {
    defaultMessage: 'Depends on the names of the endpoint and the deployment',
  }),
  key: i18n.translate('azureOpenaiSetup.connector.key', {
    defaultMessage: "The API key is stored encrypted in the connector. It's never displayed.",
  }),
  endpointSecret: i18n.translate('azureOpenaiSetup.connector.endpointSecret', {
    defaultMessage: 'Elasticsearch stores the client secret and never returns it.',
  }),
};

/** The place in which the target stores its key or secret. */
function secretText({ target, authentication }: SetupRequest): string {
  if (authentication === 'entra_id') return text.endpointSecret;
  return mainTargetOf({ target }) === 'connector' ? text.key : targetText.endpointKey;
}

/** The URL that the target will call; undefined while its names are invalid. */
function targetUrl(
  { customSubDomainName, deploymentName }: SetupRequest,
  suffix: string | undefined,
): string | undefined {
  if (!v.is(fields.customSubDomainName, customSubDomainName)) return undefined;
  if (!v.is(fields.deploymentName, deploymentName)) return undefined;
  return chatUrl(endpointUrl(customSubDomainName, suffix), deploymentName);
}

/** The name of the connector, if there is one, and facts about what will be created in Kibana or Elasticsearch. */
export function TargetSettings(step: FormStepProps): ReactElement {
  const { request, options, update } = step;
  return (
    <>
      {targetKindsOf(request).includes('connector') && (
        <FieldRow field="targetName" step={step}>
          {(isInvalid) => (
            <EuiFieldText
              fullWidth
              value={request.targetName}
              onChange={(event) => update({ targetName: event.target.value })}
              isInvalid={isInvalid}
              data-test-subj="targetNameInput"
            />
          )}
        </FieldRow>
      )}
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="connectorFacts">
          {text.url}: {targetUrl(request, options.openAiSuffix) ?? text.urlLater}
        </p>
        <p data-test-subj="connectorKeySentence">
          <EuiIcon type="lock" size="s" aria-hidden={true} /> {secretText(request)}
        </p>
      </EuiText>
    </>
  );
}
