import {
  EuiButton,
  EuiButtonEmpty,
  EuiFieldNumber,
  EuiFlexGroup,
  EuiForm,
  EuiFormRow,
  EuiSpacer,
  useEuiTheme,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useEffect, useRef, type ReactElement } from 'react';
import type { OpenVerdict } from '../../../common/check';
import { fitCapacity } from '../../../common/models/capacity';
import type { ChangeSizeAnswer, DeploymentSizes } from '../../../common/routes';
import { fieldText } from '../../../common/words/field_text';
import { formatList, tokensPerMinute } from '../../../common/words/format';
import { problemText } from '../../../common/words/problems/problem_text';
import { sizeText } from '../../../common/words/size_text';
import { OpenVerdicts } from '../../shared/problems/verdict_list';
import { needsSignIn } from '../screen/needs_sign_in';
import { ProblemActions } from '../screen/problem_actions';
import { useAnnounce } from '../screen/page_actions';

/** A number of tokens in units; undefined if the deployment cannot have this capacity. */
function unitsOf(text: string, sizes: DeploymentSizes): number | undefined {
  const units = Number(text) / sizes.tokensPerUnit;
  const fits = units === sizes.capacity || fitCapacity(sizes, units) === units;
  return text.trim() !== '' && units > 0 && fits ? units : undefined;
}

/** The sign-in that solves a problem. The form has no fields for other solutions. */
const signInOf = ({ problem }: OpenVerdict) =>
  needsSignIn(problem) && <ProblemActions problem={problem} />;

interface SizeFormProps {
  answer: ChangeSizeAnswer;
  /** The entered throughput; undefined until the person changes it. */
  text: string | undefined;
  onText(text: string): void;
  loading: boolean;
  onChange(capacity: number): void;
  onClose(): void;
  children: ReactElement | undefined;
}

function rangeText(sizes: DeploymentSizes): string {
  const { addable = 0, tokensPerUnit } = sizes;
  const range = sizeText.range(sizes);
  return addable > 0
    ? `${range} ${sizeText.addable(tokensPerMinute(addable, tokensPerUnit))}`
    : range;
}

/** The form for a new throughput, with its limits and problems. */
export function SizeForm(props: SizeFormProps): ReactElement {
  const { answer, onText, loading, onChange, onClose, children } = props;
  const { sizes, verdicts } = answer;
  const { capacity, minimum, maximum, step, tokensPerUnit } = sizes;
  const tokens = (units: number) => tokensPerMinute(units, tokensPerUnit);
  const { text = String(tokens(capacity)) } = props;
  const id = useGeneratedHtmlId({ prefix: 'size' });
  const field = useRef<HTMLInputElement>(null);
  const { euiTheme } = useEuiTheme();
  const isRefused = Boolean(children);
  // Also after a refusal: the button that had the focus cannot be pressed for a while.
  useEffect(() => {
    if (!loading) field.current?.focus();
  }, [loading, isRefused]);
  const units = unitsOf(text, sizes);
  const open = verdicts.flatMap((verdict) => (verdict.status === 'pass' ? [] : [verdict]));
  useAnnounce(formatList(open.map(({ problem }) => problemText(problem).title)));
  const isBlocked = verdicts.some(({ status }) => status === 'fail');
  const isFixed = maximum < minimum || (maximum === minimum && capacity === minimum);
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
      {open.length > 0 && (
        <>
          <OpenVerdicts verdicts={open} renderAction={signInOf} />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiFormRow
        id={id}
        label={fieldText.capacity.label}
        helpText={isFixed ? sizeText.fixed : rangeText(sizes)}
        isInvalid={units === undefined}
        error={units === undefined ? [sizeText.rule(sizes)] : []}
      >
        <EuiFieldNumber
          inputRef={field}
          min={tokens(minimum)}
          max={tokens(maximum)}
          step={tokens(step)}
          value={text}
          onChange={(event) => onText(event.target.value)}
          isInvalid={units === undefined}
          disabled={isFixed || loading}
          css={{ scrollMarginBottom: euiTheme.base * 15 }}
          data-test-subj="changeSizeNumber"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {children}
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiButton
          type="submit"
          isDisabled={!isReady}
          isLoading={loading}
          data-test-subj="changeSizeConfirm"
        >
          {isReady ? sizeText.confirm(tokens(units)) : sizeText.open}
        </EuiButton>
        <EuiButtonEmpty onClick={onClose} data-test-subj="changeSizeCancel">
          {sizeText.cancel}
        </EuiButtonEmpty>
      </EuiFlexGroup>
    </EuiForm>
  );
}
