import { waitFor } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import type { Offers } from '../../common/models/offers';
import {
  aDeviceCode,
  aFinishedRun,
  anUndoneRun,
  aRecommendation,
  aSession,
} from '../../test/support/builders/answers';
import { showApplication } from '../../test/support/page/fake_core';
import { click, fill, see, signOut, usualAnswers } from '../../test/support/page/page_driver';
import { mutationsIn, queriesIn } from '../../test/support/page/query_wrapper';

const { request } = aRecommendation();
const offers: Offers = { offers: [], regions: 0, unread: [], quotaUnreadable: false };
const planted = {
  session: 'planted-session',
  code: 'planted-device-code',
  secret: 'Planted~Secret',
};

test('no cache holds a credential or a sealed session, in a key or elsewhere', async () => {
  sessionStorage.clear();
  const clients: QueryClient[] = [];
  const { mount } = QueryClient.prototype;
  jest.spyOn(QueryClient.prototype, 'mount').mockImplementation(function (this: QueryClient) {
    clients.push(this);
    mount.call(this);
  });
  const held = new Set<string>();
  let signIns = 0;
  const shown = showApplication({
    answers: usualAnswers({
      signIn: ({ body }) =>
        body.kind === 'device_code'
          ? aDeviceCode({ session: planted.code, interval: 0.05 })
          : aSession({ session: planted.session, who: `person-${++signIns}` }),
      pollSignIn: () => aSession({ session: planted.session }),
      offers: () => offers,
      startRun: ({ body }) => ({ run: aFinishedRun(request, { runId: body.runId }) }),
      run: ({ params }) => ({ run: aFinishedRun(request, { runId: params.runId }) }),
      undoRun: ({ params, body }) => ({
        removals: [{ step: 'account', name: request.accountName }],
        ...(!body.dryRun && {
          run: anUndoneRun(aFinishedRun(request, { runId: params.runId })),
        }),
      }),
    }),
  });
  const [client] = clients;
  if (!client) throw new Error('The page has no query client.');
  const search = (text: string) => {
    for (const [name, value] of Object.entries(planted)) if (text.includes(value)) held.add(name);
  };
  client.getQueryCache().subscribe(() => search(queriesIn(client)));
  client.getMutationCache().subscribe(({ mutation }) => {
    search(JSON.stringify([mutation?.state.variables]));
  });

  await click('signInSubmit');
  await see('modelRow');
  await click('modelRowChange');
  await see('offersNone');
  await click('modelFlyoutCancel');
  await click('setUpButton');
  await click('removeAll');
  await click('undoConfirm');
  await click('setUpAnother');
  await signOut();
  await click('otherWays');
  await click('signInServicePrincipal');
  await fill('servicePrincipalTenant', 'contoso.example');
  await fill('servicePrincipalClientId', '22222222-3333-4444-8555-666666666666');
  await fill('servicePrincipalSecret', planted.secret);
  await click('signInSubmit');
  expect(await see('signedInAs')).toHaveTextContent('person-1');
  search(queriesIn(client));
  await waitFor(() => expect(mutationsIn(client).includes(planted.session)).toBe(false));

  expect(shown.unexpected).toEqual([]);
  expect(shown.callsOf('undoRun')).toHaveLength(2);
  expect([...held]).toEqual([]);
  // The first person's data is gone.
  expect(queriesIn(client).includes('ada@contoso.example')).toBe(false);
  shown.unmount();
});
