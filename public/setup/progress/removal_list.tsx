import { EuiIcon, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { isMoving, type Removal, type Run, type RunStep } from '../../../common/run';
import { resultOf, type StepId } from '../../../common/steps';
import { formatList, modelTitle } from '../../../common/words/format';
import { problemText } from '../../../common/words/problems/problem_text';
import { stepText } from '../../../common/words/step_text';

const text = {
  nothing: i18n.translate('azureOpenaiSetup.undo.nothing', {
    defaultMessage: 'Nothing to delete.',
  }),
  deleted: i18n.translate('azureOpenaiSetup.undo.deleted', {
    defaultMessage: 'These resources will be deleted:',
  }),
  kept: i18n.translate('azureOpenaiSetup.undo.kept', {
    defaultMessage: 'These resources will be kept:',
  }),
  softDelete: i18n.translate('azureOpenaiSetup.undo.softDelete', {
    defaultMessage:
      "Azure keeps a deleted Azure OpenAI resource, its name, and its quota for 48 hours. Setup purges it to release both, so it can't be restored.",
  }),
};

/** The Azure resource that is being created and that undo has not found yet. */
export function inFlight(run: Run, removals: readonly Removal[]): RunStep | undefined {
  if (run.status !== 'running' || !isMoving(run)) return undefined;
  const line = run.steps.find(({ status }) => status === 'running');
  const isFound = removals.some(({ step }) => step === line?.step);
  return line && resultOf(line.step) === 'azure_resource' && !isFound ? line : undefined;
}

const what = (step: StepId, name: string): string => `${stepText[step].title} ${name}`;

interface RemovalListProps {
  removals: readonly Removal[];
  creating?: RunStep;
  modelName?: string;
}

/** The resources that undo deletes or keeps, and the consequences. */
export function RemovalList({ removals, creating, modelName }: RemovalListProps): ReactElement {
  const deleted = removals.filter(({ kept }) => !kept);
  const kept = removals.filter((removal) => removal.kept);
  const affected = [...new Set(deleted.flatMap(({ neededBy = [] }) => neededBy))];
  const deletesTarget = deleted.some(({ step }) => resultOf(step) === 'kibana_object');
  const deletesAccount = [...deleted, ...(creating ? [creating] : [])].some(
    ({ step }) => step === 'account',
  );
  return (
    <EuiText size="s" css={{ overflowWrap: 'anywhere' }} data-test-subj="removals">
      {removals.length === 0 && !creating && <p>{text.nothing}</p>}
      {deleted.length > 0 && (
        <>
          <p>{text.deleted}</p>
          <ul>
            {deleted.map(({ step, name }) => (
              <li key={`${step} ${name}`} data-test-subj={`removal-${step}`}>
                {what(step, name)}
              </li>
            ))}
          </ul>
        </>
      )}
      {affected.length > 0 && (
        <p data-test-subj="undoNeededBy">
          <EuiIcon type="warning" color="warning" aria-hidden={true} />{' '}
          <strong>
            {i18n.translate('azureOpenaiSetup.undo.neededBy', {
              defaultMessage:
                '{count, plural, one {Another connection} other {# other connections}} will stop working: {names}.',
              values: { count: affected.length, names: formatList(affected) },
            })}
          </strong>
        </p>
      )}
      {kept.length > 0 && (
        <>
          <p>{text.kept}</p>
          <ul>
            {kept.map(({ step, name, kept: why }) => (
              <li key={`${step} ${name}`} data-test-subj={`removal-${step}`}>
                {why &&
                  i18n.translate('azureOpenaiSetup.undo.keptFor', {
                    defaultMessage: '{resource}: {why}',
                    values: { resource: what(step, name), why: problemText(why).title },
                  })}
              </li>
            ))}
          </ul>
        </>
      )}
      {creating && (
        <p data-test-subj="undoInFlight">
          {i18n.translate('azureOpenaiSetup.undo.inFlight', {
            defaultMessage: 'Azure is still creating {name}. It will be deleted when it is ready.',
            values: { name: creating.name },
          })}
        </p>
      )}
      {deletesTarget && modelName && (
        <p data-test-subj="undoModel">
          {i18n.translate('azureOpenaiSetup.undo.model', {
            defaultMessage:
              'AI Assistants and agents can no longer use {model} through this connection.',
            values: { model: modelTitle(modelName) },
          })}
        </p>
      )}
      {deletesAccount && <p data-test-subj="undoSoftDelete">{text.softDelete}</p>}
    </EuiText>
  );
}
