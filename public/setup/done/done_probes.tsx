import { EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Probe, ProbeId } from '../../../common/run';
import { ProblemCallout } from '../../shared/problem_callout';

const passText: Record<ProbeId, string> = {
  stream: i18n.translate('azureOpenaiSetup.wizard.done.streamWorks', {
    defaultMessage: 'Streaming works: answers appear while the model writes them.',
  }),
  model: i18n.translate('azureOpenaiSetup.wizard.done.modelAnswers', {
    defaultMessage: 'The answer comes from the model that you chose.',
  }),
  tools: i18n.translate('azureOpenaiSetup.wizard.done.toolsWork', {
    defaultMessage: 'Tool calls work: the assistants can search and act on your data.',
  }),
};

/** Streaming and tool calls, tried through the connector. */
export function DoneProbes({ probes }: { probes: readonly Probe[] }): ReactElement {
  return (
    <>
      {probes.map(({ probe, status, problem }) => (
        <div key={probe} data-test-subj={`probe-${probe}`} data-status={status}>
          {status === 'pass' ? (
            <EuiText size="s">
              <p>
                <EuiIcon type="checkCircle" color="success" aria-hidden={true} /> {passText[probe]}
              </p>
            </EuiText>
          ) : (
            <ProblemCallout
              problem={problem ?? { code: 'unexpected' }}
              severity="warning"
              announce={false}
            />
          )}
          <EuiSpacer size="xs" />
        </div>
      ))}
    </>
  );
}
