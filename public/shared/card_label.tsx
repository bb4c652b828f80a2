import { EuiTitle, useEuiTheme } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

interface CardLabelProps {
  title: string;
  /** A badge after the title. */
  children?: ReactNode;
}

/** Label of a selectable card. */
export function CardLabel({ title, children }: CardLabelProps): ReactElement {
  const { size } = useEuiTheme().euiTheme;
  return (
    <span css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${size.s}` }}>
      <EuiTitle size="xxs">
        <span>{title}</span>
      </EuiTitle>
      {children}
    </span>
  );
}
