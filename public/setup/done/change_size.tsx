import {
  EuiButton,
  EuiButtonEmpty,
  EuiFieldNumber,
  EuiFlexGroup,
  EuiFlexItem,
  EuiForm,
  EuiFormRow,
  EuiIcon,
  EuiLoadingSpinner,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { fitCapacity } from '../../../common/capacity';
import type { Problem } from '../../../common/problem';
import type { ChangeSizeAnswer, DeploymentSizes } from '../../../common/routes';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { fieldText } from '../../../common/words/field_text';
import { formatNumber, formatTokens, tokensPerMinute } from '../../../common/words/format';
import { stepText } from '../../../common/words/step_text';
import { useCall, type Input } from '../../api/client';
import { problemOf } from '../../api/http_problem';
import { useResumeRun } from '../../api/mutations';
import { runKey, useRun } from '../../api/queries';
import { azureKey } from '../../api/query_client';
import { VerdictList } from '../../shared/verdict_list';
import { newRunId } from '../shell/run_id';
import { useAnnounce } from '../shell/wizard_actions';
import { WizardProblem, type Retry } from '../shell/wizard_problem';

interface ChangeSizeProps {
  run: Run;
  /** Without a sign-in it asks for one. */
  session: SignedIn | undefined;
}

const signInFirst: Problem = { code: 'session_expired' };

/** Changes the throughput of the deployment that the run created. */
export function ChangeSize({ run, session }: ChangeSizeProps): ReactElement | null {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useGeneratedHtmlId({ prefix: 'changeSize' });
  const created = run.steps.some(
    ({ step, outcome }) => step === 'model_deployment' && outcome === 'created',
  );
  if (!created) return null;
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <EuiSpacer size="m" />
      <EuiButtonEmpty
        buttonRef={button}
        flush="left"
        size="s"
        iconType="pencil"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        data-test-subj="changeSize"
      >
        {i18n.translate('azureOpenaiSetup.changeSize.open', {
          defaultMessage: 'Change throughput',
        })}
      </EuiButtonEmpty>
      {isOpen && (
        <div id={id}>
          <EuiSpacer size="s" />
          {session ? (
            <OpenChange runId={run.runId} session={session} onClose={close} />
          ) : (
            <WizardProblem problem={signInFirst} />
          )}
        </div>
      )}
    </>
  );
}

/** The form has its own field: the buttons that lead to fields of the setup stay away. */
const withoutField = ({ field: _field, ...problem }: Problem): Problem => problem;

interface OpenChangeProps {
  runId: string;
  session: SignedIn;
  onClose(): void;
}

function OpenChange({ runId, session, onClose }: OpenChangeProps): ReactElement {
  const call = useCall();
  const client = useQueryClient();
  const [changeId] = useState(newRunId);
  const body = { session: session.session, changeId };
  const found = useQuery({
    queryKey: azureKey(session, 'changeSize', runId),
    queryFn: ({ signal }) =>
      call('changeSize', { params: { runId }, body: { ...body, dryRun: true }, signal }),
    gcTime: 0,
  });
  const start = useMutation({
    mutationFn: (input: () => Input<'changeSize'>) => call('changeSize', input()),
    onSuccess: ({ run }) => client.setQueryData(runKey(changeId), { run }),
  });
  const retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeRetry' };
  if (start.data?.run) return <Progress changeId={changeId} session={session} onClose={onClose} />;
  const problem = problemOf(found.error);
  if (problem) return <WizardProblem problem={withoutField(problem)} retry={retry} />;
  if (!found.data) return <EuiSkeletonText lines={4} />;
  const refusal = problemOf(start.error);
  return (
    <SizeForm
      answer={found.data}
      loading={start.isPending}
      onChange={(capacity) =>
        start.mutate(() => ({ params: { runId }, body: { ...body, capacity, dryRun: false } }))
      }
      onClose={onClose}
    >
      {refusal && <WizardProblem problem={withoutField(refusal)} />}
    </SizeForm>
  );
}

/** Units of a number of tokens; undefined if the deployment cannot have that size. */
function unitsOf(text: string, sizes: DeploymentSizes): number | undefined {
  const units = Number(text) / sizes.tokensPerUnit;
  const fits = units === sizes.capacity || fitCapacity(sizes, units) === units;
  return text.trim() !== '' && units > 0 && fits ? units : undefined;
}

interface SizeFormProps {
  answer: ChangeSizeAnswer;
  loading: boolean;
  onChange(capacity: number): void;
  onClose(): void;
  children: ReactElement | undefined;
}

function SizeForm({ answer, loading, onChange, onClose, children }: SizeFormProps): ReactElement {
  const { sizes, verdicts } = answer;
  const { capacity, minimum, maximum, step, tokensPerUnit } = sizes;
  const tokens = (units: number) => tokensPerMinute(units, tokensPerUnit);
  const [text, setText] = useState(String(tokens(capacity)));
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  const units = unitsOf(text, sizes);
  const open = verdicts.filter(({ status }) => status !== 'pass');
  const isBlocked = verdicts.some(({ status }) => status === 'fail');
  const isFixed = minimum >= maximum;
  const rule = i18n.translate('azureOpenaiSetup.changeSize.rule', {
    defaultMessage: 'Enter a number from {minimum} to {maximum} in steps of {step}.',
    values: {
      minimum: formatNumber(tokens(minimum)),
      maximum: formatNumber(tokens(maximum)),
      step: formatNumber(tokens(step)),
    },
  });
  const isReady = units !== undefined && units !== capacity && !isBlocked && !isFixed;
  return (
    <EuiForm
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !loading) onChange(units);
      }}
      data-test-subj="changeSizeForm"
    >
      {open.length > 0 && <VerdictList verdicts={open} />}
      <EuiFormRow
        label={fieldText.capacity.label}
        helpText={isFixed ? fixedText : rangeText(sizes)}
        isInvalid={units === undefined}
        error={units === undefined ? [rule] : []}
      >
        <EuiFieldNumber
          inputRef={(element) => {
            field.current = element;
          }}
          min={tokens(minimum)}
          max={tokens(maximum)}
          step={tokens(step)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          isInvalid={units === undefined}
          disabled={isFixed || loading}
          data-test-subj="changeSizeNumber"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {children}
      {children && <EuiSpacer size="m" />}
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            type="submit"
            fill
            isDisabled={!isReady}
            isLoading={loading}
            data-test-subj="changeSizeConfirm"
          >
            {i18n.translate('azureOpenaiSetup.changeSize.confirm', {
              defaultMessage: 'Change throughput to {tokens}',
              values: { tokens: formatTokens(tokens(units ?? capacity)) },
            })}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty onClick={onClose} data-test-subj="changeSizeCancel">
            {i18n.translate('azureOpenaiSetup.changeSize.cancel', { defaultMessage: 'Cancel' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiForm>
  );
}

const fixedText = i18n.translate('azureOpenaiSetup.changeSize.fixed', {
  defaultMessage:
    'The deployment has the only size that it can have: the model allows no smaller one, and no quota is free for a larger one.',
});

const rangeText = ({ capacity, minimum, maximum, tokensPerUnit }: DeploymentSizes): string =>
  i18n.translate('azureOpenaiSetup.changeSize.range', {
    defaultMessage:
      'It is {current} now. {minimum} to {maximum} can be set: {free} of the quota are free.',
    values: {
      current: formatTokens(tokensPerMinute(capacity, tokensPerUnit)),
      minimum: formatNumber(tokensPerMinute(minimum, tokensPerUnit)),
      maximum: formatTokens(tokensPerMinute(maximum, tokensPerUnit)),
      free: formatNumber(tokensPerMinute(maximum - capacity, tokensPerUnit)),
    },
  });

const doneText = i18n.translate('azureOpenaiSetup.changeSize.done', {
  defaultMessage: 'The throughput has been changed',
});

interface ProgressProps {
  changeId: string;
  session: SignedIn;
  onClose(): void;
}

/** The change under way, and how it ended. */
function Progress({ changeId, session, onClose }: ProgressProps): ReactElement {
  const found = useRun(changeId);
  const resume = useResumeRun();
  const run = found.data?.run;
  const isDone = run?.status === 'finished';
  useAnnounce(isDone ? doneText : stepText.deployment_capacity.working);
  const again: Retry = {
    onClick: () =>
      resume.mutate(() => ({ params: { runId: changeId }, body: { session: session.session } })),
    loading: resume.isPending,
    testSubj: 'changeSizeResume',
  };
  const lookAgain: Retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeLookAgain' };
  const lost = problemOf(resume.error) ?? problemOf(found.error);
  if (run?.problem) return <WizardProblem problem={withoutField(run.problem)} retry={again} />;
  if (lost) return <WizardProblem problem={withoutField(lost)} retry={lookAgain} />;
  if (isDone) {
    return (
      <EuiText size="s" data-test-subj="changeSizeDone">
        <p>
          <EuiIcon type="checkCircle" color="success" aria-hidden={true} /> {doneText}
        </p>
        <EuiButtonEmpty flush="left" size="s" onClick={onClose} data-test-subj="changeSizeClose">
          {i18n.translate('azureOpenaiSetup.changeSize.close', { defaultMessage: 'Close' })}
        </EuiButtonEmpty>
      </EuiText>
    );
  }
  return (
    <EuiText size="s">
      <p data-test-subj="changeSizeProgress">
        <EuiLoadingSpinner size="m" aria-hidden={true} /> {stepText.deployment_capacity.working}
      </p>
    </EuiText>
  );
}
