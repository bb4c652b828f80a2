import { EuiCallOut, EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type * as laterParts from './later_parts';

type Parts = typeof laterParts;

let loaded: Parts | undefined;

async function load(): Promise<Parts> {
  loaded ??= await import('./later_parts');
  return loaded;
}

/** Loads them while the person reads the first step, so that they are there when needed. */
export function useLaterSoon(): void {
  useEffect(() => {
    load().catch(() => undefined);
  }, []);
}

function useLaterParts(): { parts?: Parts; failed: boolean } {
  const [parts, setParts] = useState(loaded);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    load().then(
      (found) => !isGone && setParts(found),
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return { ...(parts && { parts }), failed };
}

interface LaterProps {
  children(parts: Parts): ReactNode;
  /** Stands in the part's place until it is there. */
  shape?: ReactNode;
}

/** Draws a part that opening the page does not need. */
export function Later({
  children,
  shape = <EuiSkeletonText lines={4} />,
}: LaterProps): ReactElement {
  const { parts, failed } = useLaterParts();
  if (parts) return <>{children(parts)}</>;
  if (!failed) return <>{shape}</>;
  return (
    <EuiCallOut
      color="danger"
      iconType="error"
      size="s"
      role="alert"
      title={i18n.translate('azureOpenaiSetup.wizard.later.title', {
        defaultMessage: 'A part of the page could not be loaded',
      })}
      data-test-subj="laterFailed"
    >
      <Remedy />
    </EuiCallOut>
  );
}

function Remedy(): ReactElement {
  return (
    <EuiText size="xs">
      {i18n.translate('azureOpenaiSetup.wizard.later.remedy', {
        defaultMessage:
          'Kibana cannot be reached, or it was updated meanwhile. Reload the page; what you entered stays.',
      })}
    </EuiText>
  );
}
