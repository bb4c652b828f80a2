import { EuiButton, EuiButtonEmpty, EuiSkeletonText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Environment } from '../../../common/environment';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useEnvironment } from '../../api/queries';
import { lazyPart } from '../../shared/lazy_part';
import { connectAnother, setupsTitle } from '../../setups/setups_text';
import { useSetups } from '../../setups/use_setups';
import { PageProblem } from '../screen/page_problem';
import { Screen } from '../screen/screen';
import type { Challenge } from './challenge';
import type { SignInWay } from '../state/sign_in_way';
import { SignInForm } from './sign_in_form';
import { SignedInAlready } from './signed_in_already';
import { SignInLoading } from './sign_in_loading';
import type { NextStep } from './what_happens_next';

const Blockers = lazyPart(async () => (await import('./kibana_blockers')).KibanaBlockers);
const WhatHappensNext = lazyPart(
  async () => (await import('./what_happens_next')).WhatHappensNext,
  <EuiSkeletonText lines={8} />,
);
const SetupsTable = lazyPart(
  async () => (await import('../../setups/setups_table')).SetupsTable,
  <SignInLoading />,
);
const SetupsSection = lazyPart(
  async () => (await import('../../setups/setups_section')).SetupsSection,
);
const ConnectorsSection = lazyPart(
  async () => (await import('../../setups/connectors_section')).ConnectorsSection,
);

interface SignInScreenProps {
  session?: SignedIn;
  /** The directory to switch to. */
  tenant?: string;
  /** The claims challenge for the next sign-in. */
  challenge?: Challenge;
  /** The pending device code. */
  code?: DeviceCode;
  /** The last sign-in. */
  way?: SignInWay;
  onSent(way: SignInWay): void;
  /** True if a plan or a run needs the sign-in, so it comes before the list of setups. */
  signInFirst?: boolean;
  /** The next step of the setup that has asked for the sign-in. */
  next: NextStep | undefined;
  onCode(code: DeviceCode | undefined): void;
  onSignedIn(session: SignedIn): void;
  /** The person does not want to enter the device code. */
  onCancel(): void;
  onSignOut(): void;
  onOpenRun(runId: string): void;
  /** Opens the run and its deletion dialog. */
  onDeleteRun(runId: string): void;
  /** Opens the plan with the current values. */
  onContinue(): void;
  /** Opens the plan of a new setup. */
  onAnother(): void;
  /** Opens the plan of an inference endpoint for this connector. */
  onMigrate(connectorId: string): void;
}

const text = {
  title: i18n.translate('azureOpenaiSetup.signIn.title', { defaultMessage: 'Sign in to Azure' }),
  signedIn: i18n.translate('azureOpenaiSetup.signIn.signedInTitle', {
    defaultMessage: 'Signed in to Azure',
  }),
};

/** The first screen: the sign-in, below existing setups if there are any. */
export function SignInScreen(props: SignInScreenProps): ReactElement {
  const { session, tenant, challenge, code, signInFirst = false, next } = props;
  const environment = useEnvironment();
  const setups = useSetups();
  const [wantsNewSetup, setWantsNewSetup] = useState(false);
  const problem = problemOf(environment.error);
  const needsSignInFirst =
    signInFirst || tenant !== undefined || challenge !== undefined || code !== undefined;
  const hasSetups = setups.runs.length > 0;
  const actions = { onOpen: props.onOpenRun, onDelete: props.onDeleteRun };

  if (hasSetups && !needsSignInFirst && !wantsNewSetup && !session) {
    return (
      <Screen
        title={setupsTitle}
        beside={<Another filled onClick={() => setWantsNewSetup(true)} />}
      >
        <SetupsTable runs={setups.runs} actions={actions} />
        <ConnectorsSection setups={setups.runs} onMigrate={props.onMigrate} />
      </Screen>
    );
  }
  const back = hasSetups && !session && (
    <EuiButtonEmpty size="s" onClick={() => setWantsNewSetup(false)} data-test-subj="backToSetups">
      {setupsTitle}
    </EuiButtonEmpty>
  );
  const isLoading = !environment.data || setups.isLoading;
  return (
    <Screen
      title={session ? text.signedIn : text.title}
      beside={wantsNewSetup && !needsSignInFirst && back}
      panel={<WhatHappensNext next={next} />}
    >
      {problem && (
        <PageProblem
          problem={problem}
          main
          retry={{ onClick: () => void environment.refetch(), testSubj: 'environmentTryAgain' }}
        />
      )}
      {!problem && isLoading && <SignInLoading />}
      {!problem && !isLoading && environment.data && (
        <>
          <Ready
            {...props}
            environment={environment.data}
            isChecking={environment.isFetching}
            onCheckAgain={() => void environment.refetch()}
          />
          {(session ?? setups.problem) && (
            <SetupsSection
              setups={setups}
              actions={actions}
              beside={session && <Another onClick={props.onAnother} />}
            />
          )}
          {!signInFirst && <ConnectorsSection setups={setups.runs} onMigrate={props.onMigrate} />}
        </>
      )}
    </Screen>
  );
}

interface ReadyProps extends SignInScreenProps {
  environment: Environment;
  isChecking: boolean;
  onCheckAgain(): void;
}

/** Problems in this Kibana, and the sign-in if setup is possible. */
function Ready(props: ReadyProps): ReactElement {
  const { environment, isChecking, onCheckAgain, session, tenant, challenge, way } = props;
  const open = environment.verdicts.flatMap((verdict) =>
    verdict.status === 'pass' ? [] : [verdict],
  );
  const isBlocked = open.some(({ status }) => status === 'fail');
  const again = isBlocked ? { onClick: onCheckAgain, loading: isChecking } : undefined;
  return (
    <>
      {open.length > 0 && <Blockers verdicts={open} again={again} />}
      {!isBlocked && session && <SignedInAlready {...props} session={session} />}
      {!isBlocked && !session && (
        <SignInForm
          {...props}
          // A change of directory resets the form.
          key={tenant ?? challenge?.claims}
          tenant={tenant ?? challenge?.tenant ?? way?.tenant}
          isSwitching={tenant !== undefined}
        />
      )}
    </>
  );
}

interface AnotherProps {
  filled?: boolean;
  onClick(): void;
}

const Another = ({ filled = false, onClick }: AnotherProps): ReactElement => (
  <EuiButton
    size="s"
    fill={filled}
    iconType="plus"
    onClick={() => onClick()}
    data-test-subj="connectAnother"
  >
    {connectAnother}
  </EuiButton>
);
