import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeploymentTypeOption } from '../../../common/options';
import { tokensPerMinute } from '../../../common/words/format';
import { QuotaBar } from './quota_bar';
import { answersText } from './answers_text';

interface QuotaProps {
  type?: DeploymentTypeOption;
  /** Units. */
  capacity: number;
  /** True if the used quota includes the capacity. */
  isUsed: boolean;
}

/** The quota bar, or text only if the quota is unknown. */
export function Quota({ type, capacity, isUsed }: QuotaProps): ReactElement | null {
  if (!type) return null;
  const { limit, used = 0, tokensPerUnit } = type;
  const planned = tokensPerMinute(capacity, tokensPerUnit);
  if (limit === undefined) {
    return (
      <EuiText size="xs" color="subdued" data-test-subj="quotaUnknown">
        {unknownText(answersText(planned))}
      </EuiText>
    );
  }
  const others = isUsed ? Math.max(0, used - capacity) : used;
  return (
    <QuotaBar
      used={tokensPerMinute(others, tokensPerUnit)}
      planned={planned}
      limit={tokensPerMinute(limit, tokensPerUnit)}
    />
  );
}

const unknownText = (answers: string): string =>
  i18n.translate('azureOpenaiSetup.plan.throughput.unknown', {
    defaultMessage: "For Kibana: {answers}. Couldn't read the available quota.",
    values: { answers },
  });
