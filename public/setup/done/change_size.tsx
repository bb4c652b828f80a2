import {
  EuiButton,
  EuiButtonEmpty,
  EuiFieldNumber,
  EuiFlexGroup,
  EuiFlexItem,
  EuiForm,
  EuiFormRow,
  EuiSkeletonText,
  EuiSpacer,
  useEuiTheme,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { fitCapacity } from '../../../common/capacity';
import type { ChangeSizeAnswer, DeploymentSizes } from '../../../common/routes';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { fieldText } from '../../../common/words/field_text';
import { tokensPerMinute } from '../../../common/words/format';
import { sizeText } from '../../../common/words/size_text';
import { problemOf } from '../../api/http_problem';
import { useChangeSize } from '../../api/mutations';
import { useDeploymentSizes } from '../../api/queries';
import { VerdictList } from '../../shared/verdict_list';
import { newRunId } from '../shell/location/run_id';
import { PageProblem } from '../shell/page_problem';
import { ChangeProgress, withoutField } from './change_progress';

interface ChangeSizeProps {
  run: Run;
  /** Without a session the form asks for a sign-in. */
  session: SignedIn | undefined;
}

/** Changes the throughput of the deployment that the run created. */
export function ChangeSize({ run, session }: ChangeSizeProps): ReactElement | null {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const created = run.steps.some(
    ({ step, outcome }) => step === 'model_deployment' && outcome === 'created',
  );
  if (!created) return null;
  // Before the element with the focus goes away.
  const focus = () => button.current?.focus();
  const close = () => {
    setIsOpen(false);
    focus();
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
        onClick={() => setIsOpen(!isOpen)}
        data-test-subj="changeSize"
      >
        {sizeText.open}
      </EuiButtonEmpty>
      {isOpen && (
        <>
          <EuiSpacer size="s" />
          {session ? (
            <OpenChange runId={run.runId} session={session} onClose={close} onStarted={focus} />
          ) : (
            <PageProblem problem={{ code: 'session_expired' }} />
          )}
        </>
      )}
    </>
  );
}

interface OpenChangeProps {
  runId: string;
  session: SignedIn;
  onClose(): void;
  onStarted(): void;
}

function OpenChange({ runId, session, onClose, onStarted }: OpenChangeProps): ReactElement {
  const [changeId] = useState(newRunId);
  const found = useDeploymentSizes(session, runId, changeId);
  const start = useChangeSize();
  const retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeRetry' };
  if (start.data?.run) {
    const { tokensPerUnit } = start.data.sizes;
    return <ChangeProgress changeId={changeId} tokensPerUnit={tokensPerUnit} session={session} />;
  }
  const problem = problemOf(found.error);
  if (problem) return <PageProblem problem={withoutField(problem)} retry={retry} />;
  if (!found.data) return <EuiSkeletonText lines={4} />;
  const refusal = problemOf(start.error);
  return (
    <SizeForm
      answer={found.data}
      loading={start.isPending}
      onChange={(capacity) => {
        const body = { session: session.session, changeId, capacity, dryRun: false };
        start.mutate(() => ({ params: { runId }, body }), {
          onSuccess: onStarted,
          // The sizes have changed since the form opened.
          onError: () => void found.refetch(),
        });
      }}
      onClose={onClose}
    >
      {refusal && (
        <>
          <PageProblem problem={withoutField(refusal)} />
          <EuiSpacer size="m" />
        </>
      )}
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
  const id = useGeneratedHtmlId({ prefix: 'size' });
  const field = useRef<HTMLInputElement>(null);
  const { euiTheme } = useEuiTheme();
  useEffect(() => field.current?.focus(), []);
  const units = unitsOf(text, sizes);
  const open = verdicts.filter(({ status }) => status !== 'pass');
  const isBlocked = verdicts.some(({ status }) => status === 'fail');
  const isFixed = minimum >= maximum;
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
        id={id}
        label={fieldText.capacity.label}
        helpText={isFixed ? sizeText.fixed : sizeText.range(sizes)}
        isInvalid={units === undefined}
        error={units === undefined ? [sizeText.rule(sizes)] : []}
      >
        <EuiFieldNumber
          inputRef={field}
          min={tokens(minimum)}
          max={tokens(maximum)}
          step={tokens(step)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          isInvalid={units === undefined}
          disabled={isFixed || loading}
          css={{ scrollMarginBottom: euiTheme.base * 15 }}
          data-test-subj="changeSizeNumber"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {children}
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            type="submit"
            isDisabled={!isReady}
            isLoading={loading}
            data-test-subj="changeSizeConfirm"
          >
            {isReady ? sizeText.confirm(tokens(units)) : sizeText.open}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty onClick={onClose} data-test-subj="changeSizeCancel">
            {sizeText.cancel}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiForm>
  );
}
