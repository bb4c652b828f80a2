import { EuiButton, EuiFlexGroup } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import { accountFields } from '../../../common/azure/adoption';
import * as fields from '../../../common/fields';
import type { Problem } from '../../../common/problem';
import type { SetupField } from '../../../common/setup_request';
import { secondFactorClaims } from '../../../common/sign_in';
import { fieldText, isSetupField } from '../../../common/words/field_text';
import { ProblemCallout } from '../../shared/problems/problem_callout';
import { RetryButton, type Retry } from '../../shared/retry_button';
import { needsSignIn } from './needs_sign_in';
import { anotherAccount, usePageActions } from './page_actions';

/** The claims challenge for a new sign-in; Microsoft's default if Azure sent no usable one. */
function claimsOf({ code, detail }: Problem): string | undefined {
  if (code !== 'sign_in_claims_required' && code !== 'sign_in_without_second_factor')
    return undefined;
  return v.is(fields.claims, detail?.claims) ? detail.claims : secondFactorClaims;
}

/** True if the same attempt can succeed later without a sign-in. */
const isRepeatable = (problem: Problem): boolean =>
  problem.code === 'no_subscription' ||
  (!needsSignIn(problem) && problem.code !== 'run_not_resumable');

/** True if a new sign-in or another value of a field solves the problem. */
export const isSolvedHere = (problem: Problem | undefined): boolean =>
  problem !== undefined && (needsSignIn(problem) || isSetupField(settlingField(problem)));

interface ProblemActionsProps {
  problem: Problem;
  /** Not shown if repeating the attempt cannot help. */
  retry?: Retry;
  /** Another action. */
  instead?: Retry;
  /** True if the button that solves the problem is the screen's primary button. */
  main?: boolean;
}

/** The buttons with which the page can solve a problem. */
export function ProblemActions({
  problem,
  retry,
  instead,
  main,
}: ProblemActionsProps): ReactElement {
  const { signInAgain } = usePageActions();
  const isOpen = main && !needsSignIn(problem) && !isSetupField(settlingField(problem));
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {needsSignIn(problem) && (
        <EuiButton
          size="s"
          fill={main}
          onClick={() => signInAgain(claimsOf(problem))}
          data-test-subj="signInAgain"
        >
          {claimsOf(problem) === undefined
            ? i18n.translate('azureOpenaiSetup.pageProblem.signInAgain', {
                defaultMessage: 'Sign in again',
              })
            : i18n.translate('azureOpenaiSetup.pageProblem.signInSecondFactor', {
                defaultMessage: 'Sign in again with a second factor',
              })}
        </EuiButton>
      )}
      <ChangeField problem={problem} fill={main && !needsSignIn(problem)} />
      {instead && (
        <EuiButton
          size="s"
          fill={isOpen}
          onClick={() => instead.onClick()}
          data-test-subj={instead.testSubj}
        >
          {instead.text}
        </EuiButton>
      )}
      {retry && isRepeatable(problem) && <RetryButton {...retry} fill={isOpen && !instead} />}
    </EuiFlexGroup>
  );
}

/**
 * The field that can solve it; none if the server has found that no other value helps. When a run finds no quota, less
 * throughput does not help; the secret is entered with its application.
 */
function settlingField({ code, field, detail }: Problem): string | undefined {
  if (field === 'clientSecret') return 'applicationId';
  const isUsedUp = code === 'insufficient_quota' && detail?.free === 0;
  return isUsedUp && field === 'capacity' ? 'modelName' : field;
}

/** The values of an existing resource, which change with the resource only. */
const fixedByAccount: ReadonlySet<SetupField> = new Set([...accountFields, 'ipRules']);

interface ChangeFieldProps {
  problem: Problem;
  fill?: boolean;
}

function ChangeField({ problem, fill }: ChangeFieldProps): ReactElement | null {
  const { openField, usesAccount } = usePageActions();
  const settling = settlingField(problem);
  if (!isSetupField(settling)) return null;
  const isFixed = usesAccount && fixedByAccount.has(settling);
  const field = isFixed ? 'accountName' : settling;
  return (
    <EuiButton
      size="s"
      fill={fill}
      onClick={() => openField(field)}
      data-test-subj={`changeField-${field}`}
    >
      {isFixed
        ? anotherAccount
        : i18n.translate('azureOpenaiSetup.pageProblem.change', {
            defaultMessage: 'Change: {field}',
            values: { field: fieldText[field].label },
          })}
    </EuiButton>
  );
}

/** True when `ProblemActions` would show a button. */
const hasActions = ({ problem, retry, instead }: ProblemActionsProps) =>
  instead !== undefined || (retry !== undefined && isRepeatable(problem)) || isSolvedHere(problem);

/** A problem with the buttons that can solve it. */
export function ProblemWithActions(props: ProblemActionsProps): ReactElement {
  return (
    <ProblemCallout
      problem={props.problem}
      actions={hasActions(props) && <ProblemActions {...props} />}
    />
  );
}
