import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { Suspense, type ReactElement } from 'react';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useEnvironment } from '../../api/queries';
import { ConnectAdminText } from './admin_text';
import type { Challenge } from './challenge';
import { ConnectSignIn } from './sign_in';
import { ConnectSignedIn } from './signed_in';
import { lazyPart } from '../../shared/lazy_part';
import { RunsList } from '../../setups/runs_list';
import { PageProblem } from '../shell/page_problem';
// Problems of sign-in are the first that a person can meet: their words load with the page.
import '../../../common/words/problems/sign_in_words';

const ConnectBlockers = lazyPart(async () => (await import('./blockers')).ConnectBlockers);

export interface ConnectStepProps {
  session?: SignedIn;
  /** The directory that the person wants to change to. */
  tenant?: string;
  /** Azure's conditions for the next sign-in. */
  challenge?: Challenge;
  /** Waits to be typed on Microsoft's page. */
  code?: DeviceCode;
  onCode(code: DeviceCode | undefined): void;
  onSignedIn(session: SignedIn): void;
  onSignOut(): void;
  onOpenRun(runId: string): void;
}

export function ConnectStep(props: ConnectStepProps): ReactElement {
  const { session, tenant, challenge, code, onCode, onSignedIn, onSignOut, onOpenRun } = props;
  const environment = useEnvironment();
  const problem = problemOf(environment.error);
  if (problem) {
    const retry = { onClick: () => void environment.refetch(), testSubj: 'environmentTryAgain' };
    return <PageProblem problem={problem} retry={retry} />;
  }
  const { data } = environment;
  if (!data) return <EuiSkeletonText lines={6} />;
  return (
    <>
      <Suspense fallback={null}>
        <ConnectBlockers environment={data} />
      </Suspense>
      {session ? (
        <ConnectSignedIn session={session} onSignOut={onSignOut} />
      ) : (
        <ConnectSignIn
          // A change of directory resets the form.
          key={tenant ?? challenge?.claims}
          environment={data}
          tenant={tenant ?? challenge?.tenant}
          {...(challenge && { challenge })}
          code={code}
          onCode={onCode}
          onSignedIn={onSignedIn}
        />
      )}
      <EuiSpacer size="m" />
      {!session && <ConnectAdminText />}
      <RunsList onOpenRun={onOpenRun} />
    </>
  );
}
