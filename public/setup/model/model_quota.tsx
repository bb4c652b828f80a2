import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeploymentTypeOption } from '../../../common/options';
import { quotaHolders } from '../../../common/quota_holders';
import type { FormStepProps } from '../form/form_step';
import {
  formatList,
  formatNumber,
  formatTokens,
  regionName,
  tokensPerMinute,
} from '../../../common/words/format';

interface QuotaHelpProps {
  step: FormStepProps;
  type?: DeploymentTypeOption;
  /** In units. */
  largest?: number;
}

/** The range of tokens per minute, and the deployments that hold the rest of the quota. */
export function QuotaHelp({ step, type, largest }: QuotaHelpProps): ReactElement {
  const lines = [
    rangeText(type, largest),
    ...(type ? [usedText(type), holdersText(step, type), serviceText(step, type)] : []),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </>
  );
}

function rangeText(type?: DeploymentTypeOption, largest?: number): string {
  if (!type || type.free === undefined) {
    return i18n.translate('azureOpenaiSetup.model.capacity.unreadable', {
      defaultMessage:
        "The free quota could not be read, so the model's default size is used. The role Cognitive Services Usages Reader on the subscription allows reading it.",
    });
  }
  const maximum = largest ?? type.free;
  // The field's error says then that none is free.
  if (maximum < type.minimum) return '';
  return i18n.translate('azureOpenaiSetup.model.capacity.range', {
    defaultMessage: '{minimum} to {maximum} can be set.',
    values: {
      minimum: formatNumber(tokensPerMinute(type.minimum, type.tokensPerUnit)),
      maximum: formatTokens(tokensPerMinute(maximum, type.tokensPerUnit)),
    },
  });
}

function usedText({ used, limit, tokensPerUnit }: DeploymentTypeOption): string {
  if (!used || limit === undefined) return '';
  return i18n.translate('azureOpenaiSetup.model.capacity.used', {
    defaultMessage: '{used} of the quota of {limit} are in use.',
    values: {
      used: formatNumber(tokensPerMinute(used, tokensPerUnit)),
      limit: formatTokens(tokensPerMinute(limit, tokensPerUnit)),
    },
  });
}

/** The largest holders that are named. */
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
      'Held by your own {count, plural, one {deployment} other {# deployments}}: {named}.',
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
