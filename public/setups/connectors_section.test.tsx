import { screen, waitFor, within } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { AzureConnector, Migration } from '../../common/migration';
import type { SetupRequest } from '../../common/setup_request';
import { inferenceIdOf } from '../../common/targets/inference_id';
import { aSetupRequest } from '../../test/support/builders/a_setup_request';
import {
  aFinishedRun,
  allGranted,
  anEnvironment,
  aRunSummary,
  aSession,
  tenantId,
} from '../../test/support/builders/answers';
import { failure, type Answers } from '../../test/support/page/fake_http';
import { click, isolatedPage, see } from '../../test/support/page/page_driver';

const page = isolatedPage();
const byHand = '7d0f2a34-0000-4000-8000-000000000001';
const request = aSetupRequest({ target: 'inference_endpoint' });
const run = aFinishedRun(request);
const endpointId = inferenceIdOf(request, run.runId);

const aConnector = (change: Partial<AzureConnector> = {}): AzureConnector => ({
  ...{ id: byHand, name: 'By hand', host: 'contoso.openai.azure.com', deploymentName: 'gpt-5.2' },
  ...{ isPreconfigured: false, endpointIds: [], refusals: [] },
  uses: { isDefault: false, onlyDefault: false, features: [], references: 0 },
  ...change,
});
const connectors = (...listed: AzureConnector[]): (() => Migration) => {
  return () => ({ reason: 'connector_deprecated', connectors: listed });
};
const values: Partial<SetupRequest> = {
  ...{ subscriptionId: request.subscriptionId, resourceGroup: 'contoso', accountName: 'contoso' },
  ...{ location: 'eastus2', customSubDomainName: 'contoso' },
  kind: 'OpenAI',
  ...{ deploymentName: 'gpt-5.2', modelName: 'gpt-5.2', modelVersion: '2025-12-11' },
  ...{ deploymentType: 'GlobalStandard', capacity: 7 },
  target: 'inference_endpoint',
};
const show = (more: Answers = {}, search = '') =>
  page.open(
    { migration: connectors(aConnector()), reusedValues: () => ({ values }), ...more },
    { search },
  );

test('a connector is migrated in one click: sign-in, then the plan with its deployment', async () => {
  const shown = show();
  const section = within(await see('migration'));
  expect(section.getByText('gpt-5.2 at contoso.openai.azure.com')).toBeInTheDocument();
  expect(await see('migrationReason')).toHaveTextContent('From 9.5 on');
  await click(`migrate-${byHand}`);
  await click('signInSubmit');
  expect(await see('migrationNote')).toHaveTextContent('By hand');
  expect(await see('targetRow')).toHaveTextContent('Inference endpoint');
  expect(shown.bodiesOf('reusedValues')).toEqual([expect.objectContaining({ targetId: byHand })]);
  // Only the connector's own deployment was planned.
  expect(shown.bodiesOf('recommendation')).toEqual([expect.objectContaining({ fixed: values })]);
  // Nothing was entered, so leaving loses nothing.
  expect(shown.leave()).toBe('leave');
  page.reload();
  expect(await see('migrationNote')).toHaveTextContent('By hand');
  await waitFor(() => expect(screen.getByTestId('targetRow')).toHaveTextContent('Inference'));
  expect(page.shown.callsOf('reusedValues')).toEqual([]);
});

test('the plan migrates nothing anymore when the person uses the connector instead', async () => {
  show({ environment: () => anEnvironment({ targetFacts: allGranted('9.4.0') }) });
  await click(`migrate-${byHand}`);
  await click('signInSubmit');
  await see('migrationNote');
  await click('useFittingTarget');
  await waitFor(() =>
    expect(screen.getByTestId('targetRow')).toHaveTextContent('OpenAI connector'),
  );
  expect(screen.queryByTestId('migrationNote')).not.toBeInTheDocument();
});

test('a reload before the sign-in keeps the connector', async () => {
  show();
  await click(`migrate-${byHand}`);
  await see('signInSubmit');
  page.reload();
  await click('signInSubmit');
  expect(await see('migrationNote')).toHaveTextContent('By hand');
});

test('a sign-in without access to the resource shows a problem, and another one continues', async () => {
  let sees = false;
  show({
    signIn: () => aSession(sees ? { who: 'other@contoso.com', tenantId } : {}),
    reusedValues: () => {
      if (sees) return { values };
      throw failure({
        code: 'connector_resource_not_seen',
        detail: { host: 'contoso.openai.azure.com' },
      });
    },
  });
  await click(`migrate-${byHand}`);
  await click('signInSubmit');
  const problem = await see('problem-connector_resource_not_seen');
  expect(problem).toHaveTextContent('contoso.openai.azure.com');
  expect(screen.queryByTestId('targetRow')).not.toBeInTheDocument();
  expect(page.shown.callsOf('recommendation')).toEqual([]);
  sees = true;
  await click('signInAgain');
  await click('signInSubmit');
  expect(await see('targetRow')).toHaveTextContent('Inference endpoint');
});

test('the connector of a setup is called so, unless the setup is still in progress', async () => {
  const finished = aFinishedRun(aSetupRequest());
  const running = { ...aFinishedRun(aSetupRequest({ target: 'both' })), runId: byHand };
  const listed = connectors(aConnector(), aConnector({ id: finished.runId, name: 'Set up' }));
  const runs = [aRunSummary(finished), { ...aRunSummary(running), status: 'running' as const }];
  show({ migration: listed, runs: () => ({ runs }) });
  expect(await see(`connector-${finished.runId}`)).toHaveTextContent(
    'Created by one of your setups',
  );
  expect(screen.queryByTestId(`connector-${byHand}`)).not.toBeInTheDocument();
});

test('a connector that cannot be migrated shows why; one with an endpoint is not listed', async () => {
  show({
    migration: connectors(
      aConnector({ refusals: ['endpoint_needs_manage_privilege'] }),
      aConnector({ id: 'moved', name: 'Moved', endpointIds: ['azure-openai-x'] }),
    ),
  });
  expect(await see(`notMovable-${byHand}`)).toHaveTextContent('manage_inference');
  expect(screen.queryByTestId('connector-moved')).not.toBeInTheDocument();
  expect(screen.queryByTestId(`migrate-${byHand}`)).not.toBeInTheDocument();
});

test('a connector behind a gateway is listed with the reason why it cannot be migrated', async () => {
  const { deploymentName: _unknown, ...gateway } = aConnector({
    host: 'contoso.azure-api.net',
    refusals: ['connector_host_unknown'],
  });
  show({ migration: connectors(gateway) });
  expect(await see(`notMovable-${byHand}`)).toHaveTextContent('gateway');
  expect(await see(`connector-${byHand}`)).toHaveTextContent(/By handcontoso\.azure-api\.net$/);
});

test('a list that fails says so, does not prevent the sign-in, and is there after a retry', async () => {
  let fails = true;
  show({
    migration: () => {
      if (fails) throw failure({ code: 'elasticsearch_unavailable' });
      return connectors(aConnector())();
    },
  });
  await see('signInSubmit');
  expect(await see('problem-elasticsearch_unavailable')).toHaveAttribute(
    'data-severity',
    'warning',
  );
  fails = false;
  await click('migrationTryAgain');
  expect(await see(`migrate-${byHand}`)).toBeInTheDocument();
  expect(screen.queryByTestId('problem-elasticsearch_unavailable')).not.toBeInTheDocument();
});

test('nothing is shown without connectors', async () => {
  show({ migration: connectors() });
  await see('signInSubmit');
  await waitFor(() => expect(page.shown.callsOf('migration')).toHaveLength(1));
  expect(screen.queryByTestId('migration')).not.toBeInTheDocument();
});

test('a link leads to the plan of an endpoint for its connector, also after a reload', async () => {
  const search = `?moveFrom=${byHand}&useCase=security&run=7d0f2a34-0000-4000-8000-00000000000f`;
  const shown = show({}, search);
  expect(shown.history.location.search).toBe('?step=plan');
  await see('signInSubmit');
  expect(screen.queryByTestId('migration')).not.toBeInTheDocument();
  page.reload();
  await click('signInSubmit');
  expect(await see('migrationNote')).toHaveTextContent('By hand');
  expect(await see('targetRow')).toHaveTextContent('Inference endpoint');
  expect(page.shown.bodiesOf('reusedValues')[0]).toMatchObject({ targetId: byHand });
});

test('a link to a connector that is gone says so, and the plan goes on without it', async () => {
  show(
    {
      reusedValues: () => {
        throw failure({ code: 'connector_gone' });
      },
    },
    '?moveFrom=gone',
  );
  await click('signInSubmit');
  expect(await see('problem-connector_gone')).toBeInTheDocument();
  await click('withoutConnector');
  expect(await see('modelRow')).toBeInTheDocument();
  expect(screen.queryByTestId('problem-connector_gone')).not.toBeInTheDocument();
  expect(page.shown.bodiesOf('recommendation')).toEqual([expect.objectContaining({ fixed: {} })]);
});

test('a link with an id that no connector can have is ignored, with a notice', async () => {
  show({}, `?moveFrom=${'x'.repeat(300)}`);
  expect(await see('askedNotice')).toHaveTextContent('connector');
  expect(await see(`migrate-${byHand}`)).toBeInTheDocument();
});

test('returning people see the connectors below their setups', async () => {
  show({ runs: () => ({ runs: [aRunSummary(run)] }) });
  await see('earlierSetups');
  expect(await see(`migrate-${byHand}`)).toBeInTheDocument();
});

const done = (more: Answers, of = run) =>
  show({ run: () => ({ run: of }), ...more }, `?run=${of.runId}`);

test('the finished screen names the connector that stays, with what uses it and what cannot be told', async () => {
  done({
    migration: connectors(
      aConnector({
        endpointIds: [endpointId],
        uses: { isDefault: true, onlyDefault: false, features: ['Streams'], references: 3 },
      }),
      aConnector({ id: 'other', name: 'Other', endpointIds: ['azure-openai-other'] }),
    ),
  });
  const former = await see(`former-${byHand}`);
  expect(former).toHaveTextContent('The connector "By hand" still exists');
  expect(former).toHaveTextContent(
    'Used by: the default model of this space, feature settings (Streams), 3 rules or other saved objects.',
  );
  expect(former).toHaveTextContent("doesn't show whether workflows, agents");
  expect(screen.getByTestId(`openFormer-${byHand}`)).toHaveAttribute(
    'href',
    expect.stringContaining(byHand),
  );
  expect(screen.queryByTestId('former-other')).not.toBeInTheDocument();
});

test('the finished screen of a setup with a connector only offers the endpoint', async () => {
  const own = aFinishedRun(aSetupRequest());
  done({ migration: connectors(aConnector({ id: own.runId })) }, own);
  expect(await see('doneMigrate')).toHaveTextContent('From 9.5 on');
  await click(`migrate-${own.runId}`);
  await click('signInSubmit');
  expect(await see('targetRow')).toHaveTextContent('Inference endpoint');
  expect(page.shown.bodiesOf('reusedValues')[0]).toMatchObject({ targetId: own.runId });
});

test('the finished screen offers no endpoint that is no improvement', async () => {
  const own = aFinishedRun(aSetupRequest());
  done(
    { migration: connectors(aConnector({ id: own.runId, refusals: ['temperature_refused'] })) },
    own,
  );
  await see('doneTime');
  await waitFor(() => expect(page.shown.callsOf('migration')).toHaveLength(1));
  expect(screen.queryByTestId('doneMigrate')).not.toBeInTheDocument();
  expect(screen.queryByTestId(`migrate-${own.runId}`)).not.toBeInTheDocument();
});

test('the finished screen advises to keep the connector while the endpoint fails a test', async () => {
  const migration = connectors(aConnector({ endpointIds: [endpointId] }));
  const answer = { text: 'Hello', model: 'gpt-5.2', promptTokens: 8, completionTokens: 2 };
  const problem = { code: 'tool_call_failed' } as const;
  done(
    { migration },
    { ...run, answer: { ...answer, probes: [{ probe: 'tools', status: 'fail', problem }] } },
  );
  const former = await see(`former-${byHand}`);
  expect(former).toHaveTextContent('Keep it: the endpoint failed a test.');
  expect(former).not.toHaveTextContent('delete it');
});

test('the finished screen forgets a connector that was deleted in another tab', async () => {
  let listed = [aConnector({ endpointIds: [endpointId] })];
  done({ migration: () => connectors(...listed)() });
  await see(`former-${byHand}`);
  listed = [];
  await act(async () => {
    window.dispatchEvent(new Event('visibilitychange'));
  });
  await waitFor(() => expect(screen.queryByTestId(`former-${byHand}`)).not.toBeInTheDocument());
});

test('the finished screen says when it cannot tell what still refers to a connector', async () => {
  let fails = true;
  done({
    migration: () => {
      if (fails) throw failure({ code: 'elasticsearch_unavailable' });
      return connectors(aConnector({ endpointIds: [endpointId] }))();
    },
  });
  expect(await see('problem-elasticsearch_unavailable')).toBeInTheDocument();
  fails = false;
  await click('migrationTryAgain');
  expect(await see(`former-${byHand}`)).toBeInTheDocument();
});
