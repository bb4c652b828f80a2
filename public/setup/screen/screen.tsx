import { EuiPanel, EuiSpacer, EuiTitle, useEuiTheme, useIsWithinMaxBreakpoint } from '@elastic/eui';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useKeptFocus } from './use_kept_focus';
import { usePageActions } from './page_actions';

interface ScreenProps {
  title: string;
  /** At the end of the heading's line. */
  beside?: ReactNode;
  /** The subdued panel, on the right or, on a narrow page, below. */
  panel?: ReactNode;
  children: ReactNode;
}

/** Without the padding, the browser draws a second focus ring, because the text is taller than the line. */
const headingPadding = { paddingBlock: '2px' } as const;

/** The frame of a screen. Its heading gets the focus after a navigation, unless one of its fields has it. */
export function Screen({ title, beside, panel, children }: ScreenProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { takeFocus } = usePageActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  useKeptFocus(screen, heading);
  // Wraps next to long headings on a narrow page.
  const flex = useIsWithinMaxBreakpoint('s') ? '1 1 auto' : '1';
  useEffect(() => {
    const isTaken = screen.current?.contains(document.activeElement);
    if (takeFocus && !isTaken) heading.current?.focus();
  }, [takeFocus]);
  const { size } = euiTheme;
  return (
    <div
      ref={screen}
      css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: size.l }}
    >
      <div css={{ flex: '3 1 440px', minWidth: 0 }}>
        <div css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: size.m }}>
          <EuiTitle size="s">
            <h2 ref={heading} tabIndex={-1} css={{ ...headingPadding, flex }}>
              {title}
            </h2>
          </EuiTitle>
          {beside}
        </div>
        <EuiSpacer size="m" />
        {children}
      </div>
      {panel && (
        <EuiPanel
          color="subdued"
          hasShadow={false}
          css={{ flex: '2 1 300px', minWidth: 0, position: 'sticky', top: size.m }}
        >
          {panel}
        </EuiPanel>
      )}
    </div>
  );
}
