import { EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { lazy, useEffect, type ComponentType, type ReactElement } from 'react';

const loaders: Array<() => Promise<unknown>> = [];

/** `React.lazy` for a named export. If its script cannot be loaded, it shows a problem instead. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  loaders.push(load);
  const failed: ComponentType<Props> = LoadProblem;
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: failed }),
    ),
  );
}

/** Preloads all parts on the first screen, so a lost connection can be reported offline. */
export function usePreloadedParts(): void {
  useEffect(() => {
    void Promise.allSettled(loaders.map((load) => load()));
  }, []);
}

function LoadProblem(): ReactElement {
  return (
    <EuiCallOut
      color="danger"
      iconType="error"
      size="s"
      role="alert"
      title={i18n.translate('azureOpenaiSetup.lazyPart.title', {
        defaultMessage: "Part of the page couldn't be loaded",
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
      {i18n.translate('azureOpenaiSetup.lazyPart.remedy', {
        defaultMessage:
          "Kibana can't be reached, or it was updated. Reload the page. Everything you entered is kept.",
      })}
    </EuiText>
  );
}
