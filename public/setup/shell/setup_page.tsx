import type { AppMountParameters } from '@kbn/core/public';
import { EuiPageTemplate, EuiScreenReaderOnly } from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { problemOf } from '../../api/http_problem';
import { isLasting, useRun } from '../../api/queries';
import { forgetRoute } from '../../api/query_client';
import { usePrivileges } from '../../api/use_privileges';
import { lazyPart, usePreloadedParts } from '../../shared/lazy_part';
import { isEdited, linkedModel } from '../state/draft';
import { useForm } from '../form/use_form';
import { NoPrivilegePage } from './no_privilege_page';
import { PageActionsProvider, type PageActions } from '../screen/page_actions';
import { PageHeader } from './page_header';
import type { PageAction } from '../state/page_reducer';
import { pageState, type PageState } from '../state/page_state';
import { PageSteps } from './page_steps';
import { Screens, type ScreensProps } from './screens';
import { useChrome } from './use_chrome';
import { useCommands } from './use_commands';
import { usePageData } from './use_page_data';
import { usePageLocation, type PageHistory } from '../location/use_location';
import { useFollowedChange } from '../location/use_followed_change';
import { useLastScreen, useMoved } from './use_screens';
import { useSignedInNews } from './use_signed_in_news';

const LinkCallout = lazyPart(async () => (await import('./link_notice')).LinkCallout);

interface SetupPageProps {
  history: PageHistory;
  onAppLeave: AppMountParameters['onAppLeave'];
}

/** Keeps focused elements below Kibana's fixed header. */
const belowHeader = {
  '& :is(a, button, input, select, textarea, [tabindex])': {
    scrollMarginBlockStart: 'calc(var(--euiFixedHeadersOffset, 0px) + 8px)',
  },
} as const;

export function SetupPage(props: SetupPageProps): ReactElement {
  const { manage } = usePrivileges();
  return (
    <EuiPageTemplate restrictWidth={1080} css={belowHeader} data-test-subj="azureOpenaiSetupPage">
      <EuiPageTemplate.Section>
        {manage ? <Page {...props} /> : <NoPrivilegePage {...props} />}
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
}

function Page({ history, onAppLeave }: SetupPageProps): ReactElement {
  const client = useQueryClient();
  usePreloadedParts();
  const [data, dispatch] = usePageData(history);
  const [location, go] = usePageLocation(history);
  const [announced, announce] = useState('');
  const { draft, field } = data;
  const { session } = draft;
  // A new setup does not inherit the values of a changed run.
  if (location.screen === 'plan' && !location.runId && draft.runId !== undefined)
    dispatch({ type: 'started_over' });
  const found = useRun(location.runId);
  const lost = problemOf(found.error);
  const read = location.runId && !isLasting(lost) ? found.data?.run : undefined;
  const { isRedirecting, change: followed } = useFollowedChange(read, go);
  const run = isRedirecting ? undefined : read;
  const state = pageState(location, draft, run);
  // Nothing is submitted after a sign-in that the person has left.
  if (!session && state.screen !== 'sign_in' && draft.sizeForm?.capacity !== undefined)
    dispatch({ type: 'sign_in_canceled' });
  const isWatched = state.screen === 'progress' || state.screen === 'done';
  const form = useForm(draft, dispatch, {
    advise: !isWatched,
    ...(run && { of: run.request }),
  });
  const takeFocus = useMoved(state, location);

  const { runId } = location;
  const commands = useCommands({
    ...{ history, runId, go, dispatch },
    isChanging: state.screen === 'change',
  });
  const { signInAgain, signOut } = commands;
  const openPlan = useCallback(() => {
    // The run has created resources since the options were read.
    if (isWatched) forgetRoute(client, 'options');
    if (run) dispatch({ type: 'run_changed', run });
    go({ ...(runId && { runId }), screen: 'plan' });
  }, [client, dispatch, go, isWatched, run, runId]);
  /** Opens the plan with the person's values and the current state of Azure, which a setup can have changed. */
  const reviewPlan = () => {
    if (!draft.startId) commands.startNewSetup();
    openPlan();
  };
  /** True if one of the person's values prevents the form from loading. */
  const isStuck = !isWatched && !form.props && form.problem !== undefined;
  const actions = useMemo<PageActions>(
    () => ({
      openField: (wanted) => {
        openPlan();
        if (isStuck) dispatch({ type: 'values_reset', fields: [wanted] });
        dispatch({ type: 'field_opened', field: wanted });
      },
      field,
      usesAccount: form.usesAccount,
      fieldOpened: () => dispatch({ type: 'field_opened', field: undefined }),
      applyFix: (values) => dispatch({ type: 'values_set', values }),
      signInAgain: (claims) => signInAgain(claims),
      renewSession: (renewed) => {
        if (session) dispatch({ type: 'signed_in', session: { ...session, session: renewed } });
        forgetRoute(client, 'plan');
      },
      takeFocus,
      announce,
    }),
    [client, dispatch, field, form.usesAccount, isStuck, openPlan, session, signInAgain, takeFocus],
  );

  useChrome(run, !runId && isEdited(draft), onAppLeave);
  useSignedInNews(session, announce);
  useLastScreen(state, location, draft.session && draft.step, go, dispatch);
  useUnofferedModel(runId ? undefined : linkedModel(draft), form.problem, dispatch);

  const screens: ScreensProps = {
    state,
    data,
    dispatch,
    form,
    go,
    ...commands,
    openPlan,
    reviewPlan,
    lookAgain: () => void found.refetch(),
    lost,
    followed,
    returnTo: new URLSearchParams(history.location.search).get('returnTo'),
    location,
    run,
  };
  return (
    <PageActionsProvider value={actions}>
      <PageHeader
        {...(session && {
          account: {
            session,
            tenants: form.options.tenants,
            onSignOut: signOut,
            onSwitch: (tenantId) => signInAgain(undefined, tenantId),
          },
        })}
      />
      <PageSteps
        current={stepOf(state)}
        stopped={state.screen === 'progress' && state.run?.problem !== undefined}
        open={[
          runId || state.screen === 'sign_in' ? undefined : () => go({ screen: 'sign_in' }),
          !runId && session && state.screen !== 'plan' ? reviewPlan : undefined,
        ]}
      />
      <EuiScreenReaderOnly>
        <p role="status" aria-live="polite" data-test-subj="announcement">
          {announced}
        </p>
      </EuiScreenReaderOnly>
      {data.notice && (
        <LinkCallout
          notice={data.notice}
          onDismiss={() => dispatch({ type: 'notice_dismissed' })}
        />
      )}
      <Screens {...screens} />
    </PageActionsProvider>
  );
}

const steps: Record<PageState['screen'], number> = {
  sign_in: 0,
  plan: 1,
  change: 1,
  progress: 2,
  done: 3,
};
const stepOf = ({ screen }: PageState) => steps[screen];

/** Replaces a link's model that the subscription does not offer with the recommended one. */
function useUnofferedModel(
  modelName: string | undefined,
  problem: Problem | undefined,
  dispatch: (action: PageAction) => void,
): void {
  const refused = problem?.code === 'no_model_available' ? modelName : undefined;
  useEffect(() => {
    if (refused) dispatch({ type: 'model_not_offered', modelName: refused });
  }, [dispatch, refused]);
}
