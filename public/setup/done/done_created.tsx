import { EuiIcon, EuiLink, EuiSpacer, EuiText, EuiTitle, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Run } from '../../../common/run';
import { factsOf, isCreation, resultOf } from '../../../common/steps';
import { formatDuration } from '../../../common/words/format';
import { statusOf, stepText } from '../../../common/words/step_text';
import { doneText } from './done_text';

/** The resources after the run: the outcome of each step, and earlier attempts whose resources can still exist. */
export function DoneCreated({ run }: { run: Run }): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { steps, previousRequests = [], startedAt, finishedAt = startedAt } = run;
  const created = steps.filter(
    ({ step, outcome }) =>
      isCreation(step) || (resultOf(step) === 'lasting_change' && outcome === 'created'),
  );
  return (
    <>
      <EuiTitle size="xs">
        <h3>{doneText.created}</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }}>
        <ul
          css={{
            '&&': { listStyle: 'none', marginInlineStart: 0 },
            'li + li': { marginBlockStart: euiTheme.size.s },
          }}
          data-test-subj="whatWasCreated"
        >
          {created.map((line) => (
            <li key={line.step} data-test-subj={`created-${line.step}`}>
              <EuiIcon type={factsOf(line.step).icon} aria-hidden={true} />{' '}
              {line.portalUrl ? (
                <EuiLink href={line.portalUrl} target="_blank" external>
                  {line.name}
                </EuiLink>
              ) : (
                <strong>{line.name}</strong>
              )}
              <div>
                <small>
                  {stepText[line.step].title} · {statusOf(line)}
                </small>
              </div>
            </li>
          ))}
          {previousRequests.map(({ accountName, resourceGroup, location }) => (
            <li key={`${accountName} ${location}`}>
              {doneText.former({ name: accountName, group: resourceGroup })}
            </li>
          ))}
        </ul>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued">
        <p data-test-subj="doneTime">
          {doneText.time(formatDuration(Date.parse(finishedAt) - Date.parse(startedAt)))}
        </p>
      </EuiText>
    </>
  );
}
