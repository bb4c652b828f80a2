import { useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RunStepStatus } from '../../../common/run';
import type { Bar } from './run_progress';

interface TimelineBarProps {
  bar: Bar | undefined;
  /** Length of the axis that all bars share, in milliseconds. */
  length: number;
  status: RunStepStatus;
}

const percent = (share: number) => `${Math.min(100, 100 * share)}%`;

/** A step's time on the common axis. Decorative: the row has the same numbers. */
export function TimelineBar({ bar, length, status }: TimelineBarProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { colors, size } = euiTheme;
  const color = {
    pending: colors.lightShade,
    running: colors.primary,
    done: colors.success,
    failed: colors.danger,
    removed: colors.success,
    kept: colors.warning,
  }[status];
  return (
    <div
      aria-hidden={true}
      css={{
        position: 'relative',
        blockSize: size.s,
        overflow: 'hidden',
        borderRadius: size.xs,
        background: colors.lightestShade,
        '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
      }}
    >
      {bar && (
        <div
          css={{
            position: 'absolute',
            insetBlock: 0,
            minInlineSize: size.xs,
            borderRadius: size.xs,
            background: bar.expected ? colors.lightShade : color,
            '@media (prefers-reduced-motion: no-preference)': {
              transition: 'inset-inline-start 1s linear, inline-size 1s linear',
            },
          }}
          style={{
            insetInlineStart: `min(${percent(bar.from / length)}, calc(100% - ${size.xs}))`,
            inlineSize: percent(bar.length / length),
          }}
          data-expected={bar.expected}
        />
      )}
    </div>
  );
}
