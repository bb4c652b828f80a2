import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeploymentTypeOption } from '../../../common/options';
import { quotaHolders } from '../../../common/models/quota_holders';
import type { FormStepProps } from '../form/form_step';
import {
  formatList,
  formatNumber,
  formatTokens,
  regionName,
  tokensPerMinute,
} from '../../../common/words/format';

interface QuotaNotesProps {
  step: FormStepProps;
  type?: DeploymentTypeOption;
}

/** Notes about the throughput limits: unreadable quota, deployments that use the quota, and Azure's capacity. */
export function QuotaNotes({ step, type }: QuotaNotesProps): ReactElement | null {
  const lines = [
    unreadableText(type),
    ...(type ? [holdersText(step, type), serviceText(step, type)] : []),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <EuiText
      size="s"
      color="subdued"
      css={{ overflowWrap: 'anywhere' }}
      data-test-subj="quotaNotes"
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </EuiText>
  );
}

const unreadableText = (type?: DeploymentTypeOption): string =>
  type?.free === undefined
    ? i18n.translate('azureOpenaiSetup.plan.throughput.unreadable', {
        defaultMessage:
          "The available quota couldn't be read. The role Cognitive Services Usages Reader on the subscription allows reading it.",
      })
    : '';

/** Maximum number of listed deployments. */
const holdersNamed = 3;

function holdersText({ request, options }: FormStepProps, type: DeploymentTypeOption): string {
  const deployments = (options.accounts ?? [])
    .filter(({ location }) => location === request.location)
    .flatMap(({ accountName, deployments: all = [] }) =>
      all.map((one) => ({ ...one, accountName })),
    );
  const catalog = (options.models ?? [])
    .filter(({ location }) => location === request.location)
    .flatMap(({ modelName, modelVersion, deploymentTypes }) =>
      deploymentTypes.map((one) => ({ ...one, modelName, modelVersion })),
    );
  const holders = quotaHolders(deployments, catalog, type.usageName);
  if (holders.length === 0) return '';
  const named = formatList(
    holders
      .slice(0, holdersNamed)
      .map(
        ({ accountName, deploymentName, capacity }) =>
          `${accountName}/${deploymentName} (${formatNumber(tokensPerMinute(capacity, type.tokensPerUnit))})`,
      ),
  );
  return i18n.translate('azureOpenaiSetup.model.capacity.holders', {
    defaultMessage:
      'Used by your own {count, plural, one {deployment} other {# deployments}}: {named}.',
    values: { count: holders.length, named },
  });
}

function serviceText({ request, options }: FormStepProps, type: DeploymentTypeOption): string {
  const { available, limit, used = 0, tokensPerUnit } = type;
  if (available === undefined || (limit !== undefined && limit - used <= available)) return '';
  return i18n.translate('azureOpenaiSetup.model.capacity.service', {
    defaultMessage:
      'Azure currently has {tokens} of capacity left in {region}, regardless of your quota.',
    values: {
      tokens: formatTokens(tokensPerMinute(available, tokensPerUnit)),
      region: regionName(request.location, options),
    },
  });
}
