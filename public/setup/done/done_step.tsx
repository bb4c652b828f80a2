import { EuiButtonEmpty, EuiLink, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { UseCase } from '../../../common/recommendation';
import type { FirstAnswer, Run } from '../../../common/run';
import { isCreation, resultOf } from '../../../common/steps';
import type { SetupRequest } from '../../../common/setup_request';
import { DefaultModelSwitch } from './default_model';
import { DoneLinks } from './done_links';
import { DoneProbes } from './done_probes';
import { formatDuration } from '../../../common/words/format';
import { statusOf, stepText } from '../../../common/words/step_text';
import { useAnnounce } from '../shell/page_actions';

export interface DoneStepProps {
  run: Run;
  useCase: UseCase;
  returnTo: string | null;
  onRemove(): void;
}

const timeText = ({ startedAt, finishedAt = startedAt, answer }: Run): string =>
  i18n.translate('azureOpenaiSetup.wizard.done.time', {
    defaultMessage:
      'Set up in {duration}. {prompt, plural, one {The question used # token} other {The question used # tokens}}, {completion, plural, one {the answer # token} other {the answer # tokens}}.',
    values: {
      duration: formatDuration(Date.parse(finishedAt) - Date.parse(startedAt)),
      prompt: answer?.promptTokens ?? 0,
      completion: answer?.completionTokens ?? 0,
    },
  });

/** The model answers through the connector: everything works. */
export function DoneStep({ run, useCase, returnTo, onRemove }: DoneStepProps): ReactElement {
  useAnnounce(
    i18n.translate('azureOpenaiSetup.wizard.done.announcement', {
      defaultMessage: 'Setup is done. The model has answered.',
    }),
  );
  return (
    <>
      {run.answer && <Answer answer={run.answer} />}
      <DoneProbes probes={run.answer?.probes ?? []} />
      <EuiText size="s" color="subdued">
        <p data-test-subj="doneTime">{timeText(run)}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <DoneLinks run={run} useCase={useCase} returnTo={returnTo} />
      <EuiSpacer size="m" />
      <DefaultModelSwitch run={run} />
      <EuiSpacer size="l" />
      <WhatWasCreated run={run} onRemove={onRemove} />
    </>
  );
}

function Answer({ answer: { text, model } }: { answer: FirstAnswer }): ReactElement {
  return (
    <EuiText>
      <p>
        {model
          ? i18n.translate('azureOpenaiSetup.wizard.done.modelSays', {
              defaultMessage: '{model} answers through the connector:',
              values: { model },
            })
          : i18n.translate('azureOpenaiSetup.wizard.done.says', {
              defaultMessage: 'The model answers through the connector:',
            })}
      </p>
      <blockquote css={{ overflowWrap: 'anywhere' }} data-test-subj="doneAnswer">
        {text}
      </blockquote>
      <EuiSpacer size="m" />
    </EuiText>
  );
}

/** An earlier request of the run, whose resources can still exist. */
const formerText = ({ accountName, resourceGroup }: SetupRequest): string =>
  i18n.translate('azureOpenaiSetup.wizard.done.former', {
    defaultMessage:
      'An earlier attempt created resources under the name {name} in resource group {group}. "Remove all of it" removes them, too.',
    values: { name: accountName, group: resourceGroup },
  });

function WhatWasCreated({ run, onRemove }: Pick<DoneStepProps, 'run' | 'onRemove'>): ReactElement {
  const created = run.steps.filter(
    ({ step, outcome }) =>
      isCreation(step) || (resultOf(step) === 'lasting_change' && outcome === 'created'),
  );
  return (
    <>
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('azureOpenaiSetup.wizard.done.created', {
            defaultMessage: 'What was created',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <ul css={{ overflowWrap: 'anywhere' }} data-test-subj="whatWasCreated">
          {created.map((line) => (
            <li key={line.step} data-test-subj={`created-${line.step}`}>
              {stepText[line.step].title}{' '}
              {line.portalUrl ? (
                <EuiLink href={line.portalUrl} target="_blank" external>
                  {line.name}
                </EuiLink>
              ) : (
                <strong>{line.name}</strong>
              )}{' '}
              · {statusOf(line)}
            </li>
          ))}
          {(run.previousRequests ?? []).map((former) => (
            <li key={`${former.accountName} ${former.location}`}>{formerText(former)}</li>
          ))}
        </ul>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiButtonEmpty
        color="danger"
        iconType="trash"
        flush="left"
        size="s"
        onClick={() => onRemove()}
        data-test-subj="removeAll"
      >
        {i18n.translate('azureOpenaiSetup.wizard.done.removeAll', {
          defaultMessage: 'Remove all of it',
        })}
      </EuiButtonEmpty>
    </>
  );
}
