import { EuiSkeletonRectangle, EuiSkeletonText, EuiSpacer, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';

/** A placeholder as tall as the sign-in, to avoid a layout shift. */
export function SignInLoading(): ReactElement {
  const { euiTheme } = useEuiTheme();
  return (
    <>
      <EuiSkeletonText lines={1} size="m" />
      <EuiSpacer size="m" />
      <EuiSkeletonRectangle width={200} height={euiTheme.size.xxl} borderRadius="m" />
      <EuiSpacer size="xl" />
      <EuiSkeletonText lines={2} size="m" />
    </>
  );
}
