import { EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import {
  createElement,
  lazy,
  Suspense,
  useEffect,
  type ComponentType,
  type ReactElement,
  type ReactNode,
} from 'react';

const loaders: Array<() => Promise<unknown>> = [];

/**
 * `React.lazy` for a named export, in a boundary of its own: while it loads, nothing beside it is hidden and loses the focus. If its
 * script cannot be loaded, it shows a problem instead.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
) {
  loaders.push(load);
  const failed: ComponentType<{ props: Props }> = LoadProblem;
  const Part = lazy(() =>
    load().then(
      (part) => ({ default: ({ props }: { props: Props }) => createElement(part, props) }),
      () => ({ default: failed }),
    ),
  );
  return (props: Props): ReactElement => (
    <Suspense fallback={fallback}>
      <Part props={props} />
    </Suspense>
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
      <EuiText size="xs">
        {i18n.translate('azureOpenaiSetup.lazyPart.remedy', {
          defaultMessage:
            "Kibana can't be reached, or it was updated. Reload the page. Everything you entered is kept.",
        })}
      </EuiText>
    </EuiCallOut>
  );
}
