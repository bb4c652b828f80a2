import { EuiHorizontalRule, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { Environment } from '../../../common/environment';
import type { ProblemCode } from '../../../common/problem';
import type { Cloud, DeviceCode, SignedIn, SignIn, SignInKind } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useSignIn } from '../../api/mutations';
import { usePollSignIn } from '../../api/poll_sign_in';
import { lazyPart } from '../../shared/lazy_part';
import { PageProblem } from '../screen/page_problem';
import { AdminRequest } from './admin_request';
import type { Challenge } from './challenge';
import { noCredentials, signInOf } from './credentials';
import { OneClick } from './one_click';
import { OtherWays } from './other_ways';
import { wayOfSignIn, type SignInWay } from '../state/sign_in_way';

const DeviceCodePanel = lazyPart(
  async () => (await import('./device_code_panel')).DeviceCodePanel,
  <EuiSkeletonText lines={4} />,
);
const ChallengeCallout = lazyPart(async () => (await import('./challenge')).ChallengeCallout);
const WayForm = lazyPart(
  async () => (await import('./way_form')).WayForm,
  <EuiSkeletonText lines={6} />,
);

const Divider = () => (
  <>
    <EuiSpacer size="l" />
    <EuiHorizontalRule margin="none" />
    <EuiSpacer size="s" />
  </>
);

interface SignInFormProps {
  environment: Environment;
  tenant?: string;
  challenge?: Challenge;
  code?: DeviceCode;
  /** The last sign-in. */
  way?: SignInWay;
  /** True if the person switches to another directory. */
  isSwitching: boolean;
  onSent(way: SignInWay): void;
  onCode(code: DeviceCode | undefined): void;
  onSignedIn(session: SignedIn): void;
  onCancel(): void;
}

/** The kinds that support a second factor. */
const personal: readonly SignInKind[] = ['device_code', 'access_token'];

/** The kinds with a tenant. */
const inDirectory: readonly SignInKind[] = ['device_code', 'service_principal'];

/** The last kind of sign-in, else the most likely one that is enabled and supports the challenge. */
function firstKind({ environment, challenge, way, isSwitching }: SignInFormProps): SignInKind {
  const kinds = environment.signInKinds.filter(
    (kind) =>
      (!challenge || personal.includes(kind)) && (!isSwitching || inDirectory.includes(kind)),
  );
  return kinds.find((kind) => kind === way?.kind) ?? kinds[0] ?? 'device_code';
}

/** True for kinds without required fields; the others show their fields in place. */
const isOneClick = (kind: SignInKind) => kind === 'device_code' || kind === 'server_identity';

/** Problems that the same kind of sign-in would probably hit again; the other kinds open. */
const blocking: ReadonlySet<ProblemCode> = new Set([
  'device_code_expired',
  'sign_in_blocked_by_policy',
  'sign_in_public_client_disabled',
  'sign_in_consent_missing',
  'server_identity_disabled',
  'server_identity_unavailable',
  'server_identity_not_allowed',
]);

/** The most likely sign-in with one click, and the other kinds. Entered credentials stay in this component's state. */
export function SignInForm(props: SignInFormProps): ReactElement {
  const { environment, tenant = '', challenge, code, way } = props;
  const first = firstKind(props);
  const [choice, setChoice] = useState<SignInKind>();
  const [toggled, setToggled] = useState<boolean>();
  const [cloud, setCloud] = useState<Cloud>(way?.cloud ?? 'public');
  const [typed, setTyped] = useState({
    ...noCredentials,
    tenant,
    clientId: way?.clientId ?? '',
  });
  const [attempts, setAttempts] = useState(0);
  const choose = (kind: SignInKind) => {
    setToggled(true);
    setChoice(kind);
  };
  const { problem, isBusy, isAsking, isWaiting, isAgain, send, forget } = useSigningIn(
    props,
    choose,
  );
  const isOpen = toggled ?? (problem !== undefined && blocking.has(problem.code));
  const chosen = isOpen ? choice : undefined;

  const submit = (kind: SignInKind) => {
    const pinned = kind === 'server_identity' ? environment.serverIdentityCloud : undefined;
    const body = signInOf(kind, pinned ?? cloud, typed, challenge?.claims);
    setAttempts(attempts + 1);
    if (!body) return choose(kind);
    if (!chosen) setToggled(undefined);
    send(body);
  };
  /** Switches to another kind and clears the problem. */
  const pick = (kind: SignInKind) => {
    forget();
    setAttempts(0);
    choose(kind);
  };

  if (isWaiting) {
    return (
      <DeviceCodePanel
        code={isAsking ? undefined : code}
        asAzureCli={environment.deviceCodeClientIsAzureCli}
        onCancel={() => {
          forget();
          props.onCancel();
        }}
      />
    );
  }
  const formOf = (kind: SignInKind) => (
    <WayForm
      kind={kind}
      typed={typed}
      onChange={(change) => setTyped((now) => ({ ...now, ...change }))}
      cloud={cloud}
      onCloudChange={setCloud}
      challenge={challenge}
      problem={problem}
      attempts={attempts}
      isBusy={isBusy}
      onSubmit={() => submit(kind)}
    />
  );
  const others = environment.signInKinds.filter((kind) => kind !== first || kind === 'device_code');
  return (
    <>
      {challenge && <ChallengeCallout />}
      {isOneClick(first) && !chosen && (
        <>
          {problem && (
            <>
              <PageProblem problem={problem} />
              <EuiSpacer size="m" />
            </>
          )}
          <OneClick
            kind={first}
            tenant={typed.tenant}
            cloud={first === 'server_identity' ? 'public' : cloud}
            isBusy={isBusy}
            onClick={() => submit(first)}
            isAgain={isAgain}
          />
        </>
      )}
      {!isOneClick(first) && !chosen && formOf(first)}
      {!chosen && <Divider />}
      <OtherWays
        kinds={others}
        first={first}
        chosen={chosen}
        isRefused={problem !== undefined}
        isOpen={isOpen}
        onToggle={(opens) => {
          setToggled(opens);
          // Without a problem, the kind with fields is the expected one.
          if (opens && !choice) pick(others.find((kind) => kind !== 'device_code') ?? first);
        }}
        onChoose={pick}
      >
        {chosen && formOf(chosen)}
      </OtherWays>
      <AdminRequest />
    </>
  );
}

/**
 * Exchanges credentials for a session, immediately or after the device code was entered on Microsoft's page. @param
 * onFieldRefused - Gets the kind of sign-in if Microsoft refused one of its values.
 */
function useSigningIn(
  {
    code,
    onCode,
    onSent,
    onSignedIn,
  }: Pick<SignInFormProps, 'code' | 'onCode' | 'onSent' | 'onSignedIn'>,
  onFieldRefused: (kind: SignInKind) => void,
) {
  /** The last kind of sign-in; undefined after a reload. */
  const [last, setLast] = useState<SignInKind>();
  const signIn = useSignIn();
  const poll = usePollSignIn(code, onSignedIn);

  const send = (body: SignIn) => {
    onCode(undefined);
    setLast(body.kind);
    signIn.mutate(() => ({ body }), {
      onSuccess: (answer) => {
        // The response contains a sealed session, which must not stay in the cache.
        signIn.reset();
        if (answer.status === 'signed_in') return onSignedIn(answer);
        onSent(wayOfSignIn(body));
        onCode(answer);
      },
      onError: (error) => {
        if (problemOf(error)?.field) onFieldRefused(body.kind);
      },
    });
  };
  const forget = () => {
    signIn.reset();
    onCode(undefined);
  };

  const isAsking = signIn.isPending && last === 'device_code';
  return {
    problem: problemOf(signIn.error) ?? poll.problem,
    isBusy: signIn.isPending,
    /** True while a device code is being requested. */
    isAsking,
    /** True while a code or its placeholder is shown. */
    isWaiting: isAsking || (code !== undefined && !poll.problem),
    /** True if the last code expired. */
    isAgain: poll.problem !== undefined && last === 'device_code',
    send,
    forget,
  };
}
