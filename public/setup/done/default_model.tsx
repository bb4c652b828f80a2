import {
  EuiButtonEmpty,
  EuiCallOut,
  EuiSkeletonText,
  EuiSpacer,
  EuiSwitch,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, type ReactElement } from 'react';
import type { DefaultModel } from '../../../common/default_model';
import type { Run } from '../../../common/run';
import { problemText } from '../../../common/words/problems/problem_text';
import { problemOf } from '../../api/http_problem';
import { useChangeDefaultModel } from '../../api/mutations';
import { useDefaultModel } from '../../api/queries';
import { tryAgain } from '../../shared/retry_button';
import { PageProblem } from '../screen/page_problem';
import { usePageActions } from '../screen/page_actions';
import { helpText, obstacles } from './default_model_text';

interface DefaultModelSwitchProps {
  /** A finished one. */
  run: Pick<Run, 'runId'>;
}

/** The switch that makes the run's model the default of the space, or why it is disabled. */
export function DefaultModelSwitch({ run }: DefaultModelSwitchProps): ReactElement | null {
  const found = useDefaultModel(run.runId);
  const model = found.data?.defaultModel;
  const problem = problemOf(found.error);
  if (model?.problem?.code === 'default_model_unsupported') return null;
  if (model) return <Known runId={run.runId} model={model} />;
  if (!problem) return <EuiSkeletonText lines={2} size="s" />;
  return (
    <EuiText size="s" data-test-subj="defaultModelUnread">
      <p>
        {problemText(problem).title}{' '}
        <EuiButtonEmpty
          size="xs"
          flush="both"
          isLoading={found.isFetching}
          onClick={() => void found.refetch()}
        >
          {tryAgain}
        </EuiButtonEmpty>
      </p>
    </EuiText>
  );
}

function Known({ runId, model }: { runId: string; model: DefaultModel }): ReactElement {
  const switchId = useGeneratedHtmlId({ prefix: 'defaultModel' });
  const helpId = useGeneratedHtmlId({ prefix: 'defaultModelHelp' });
  const change = useChangeDefaultModel(runId);
  const { announce } = usePageActions();
  const { isThis, other } = model;
  const help = helpText(model);
  const announced = useRef(help);
  useEffect(() => {
    if (announced.current !== help) announce(help);
    announced.current = help;
  }, [announce, help]);
  const problem = problemOf(change.error);
  const set = (on: boolean) => {
    if (change.isPending) return;
    change.mutate({ on, ...(on && other && { replaces: other.id }) });
  };
  return (
    <>
      {obstacles(model).map(({ id, title, text }) => (
        <div key={id}>
          <EuiCallOut size="s" color="warning" iconType="warning" title={title} data-test-subj={id}>
            <p>{text}</p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </div>
      ))}
      <EuiSwitch
        id={switchId}
        label={i18n.translate('azureOpenaiSetup.defaultModel.label', {
          defaultMessage: 'Use as the default model for AI features in this space',
        })}
        checked={change.isPending ? change.variables.on : isThis}
        disabled={model.problem !== undefined}
        aria-describedby={helpId}
        aria-busy={change.isPending}
        onChange={({ target }) => set(target.checked)}
        data-test-subj="defaultModelSwitch"
      />
      <EuiSpacer size="xs" />
      <EuiText size="xs" color="subdued" id={helpId} css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="defaultModelHelp">{help}</p>
      </EuiText>
      {problem && (
        <>
          <EuiSpacer size="s" />
          <PageProblem problem={problem} />
        </>
      )}
    </>
  );
}
