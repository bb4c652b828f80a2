import { EuiText, useEuiTheme, type UseEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../common/words/format';
import { answersText } from './answers_text';

/** All in tokens per minute. */
interface QuotaBarProps {
  /** Used by existing deployments. */
  used: number;
  /** For this plan. */
  planned: number;
  /** The whole quota. */
  limit: number;
}

type Part = 'used' | 'planned' | 'free';

/** System colors, because forced colors remove backgrounds. */
const forced = (background: string) => ({
  '@media (forced-colors: active)': { forcedColorAdjust: 'none' as const, background },
});

const partStyles = ({ colors, border }: UseEuiTheme['euiTheme']) => ({
  used: {
    background: `repeating-linear-gradient(135deg, ${colors.mediumShade} 0 4px, ${colors.lightShade} 4px 6px)`,
    ...forced('repeating-linear-gradient(135deg, GrayText 0 4px, Canvas 4px 6px)'),
  },
  planned: { background: colors.primary, ...forced('Highlight') },
  free: { background: colors.backgroundBaseSubdued, ...forced('Canvas') },
  frame: { border: border.thin },
});

/** The quota as a bar: in use, for Kibana, still available. The text below has the same numbers. */
export function QuotaBar({ used, planned, limit }: QuotaBarProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const styles = partStyles(euiTheme);
  const free = Math.max(0, limit - used - planned);
  const shares = [
    ['used', used],
    ['planned', Math.min(planned, Math.max(0, limit - used))],
    ['free', free],
  ] as const;
  const words: ReadonlyArray<readonly [Part, string]> = [
    ...(used > 0 ? ([['used', usedText(used)]] as const) : []),
    ['planned', plannedText(planned)],
    ['free', freeText(free, limit)],
  ];
  return (
    <div data-test-subj="quotaBar">
      <div
        aria-hidden={true}
        css={{
          display: 'flex',
          overflow: 'hidden',
          blockSize: 12,
          borderRadius: 6,
          ...styles.frame,
        }}
      >
        {shares.map(([part, tokens]) => (
          <div
            key={part}
            css={styles[part]}
            style={{ flexGrow: tokens, flexShrink: 0, flexBasis: 0 }}
          />
        ))}
      </div>
      <EuiText size="xs" color="subdued">
        <div
          css={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: euiTheme.size.m,
            marginBlockStart: euiTheme.size.xs,
          }}
        >
          {words.map(([part, text]) => (
            <span key={part}>
              <span
                aria-hidden={true}
                css={{
                  display: 'inline-block',
                  inlineSize: 10,
                  blockSize: 10,
                  marginInlineEnd: euiTheme.size.xs,
                  ...styles.frame,
                  ...styles[part],
                }}
              />
              {text}
            </span>
          ))}
        </div>
      </EuiText>
    </div>
  );
}

const usedText = (tokens: number): string =>
  i18n.translate('azureOpenaiSetup.plan.throughput.used', {
    defaultMessage: '{tokens} in use',
    values: { tokens: formatNumber(tokens) },
  });

const plannedText = (tokens: number): string =>
  i18n.translate('azureOpenaiSetup.plan.throughput.mine', {
    defaultMessage: '{tokens} for Kibana, {answers}',
    values: { tokens: formatNumber(tokens), answers: answersText(tokens) },
  });

const freeText = (tokens: number, limit: number): string =>
  i18n.translate('azureOpenaiSetup.plan.throughput.free', {
    defaultMessage: '{tokens} of {limit} stays available',
    values: { tokens: formatNumber(tokens), limit: formatNumber(limit) },
  });
