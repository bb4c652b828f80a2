import { aPlan } from '../../../test/support/builders/answers';
import { click, isolatedPage, see, seeEnabled } from '../../../test/support/page/page_driver';

const { open } = isolatedPage();

it.each<[minutes: string, actions: NonNullable<Parameters<typeof aPlan>[1]>['actions']]>([
  ['3 minutes', { provider_registration: 'create' }],
  ['2 minutes', {}],
  ['1 minute', { resource_group: 'reuse', account: 'reuse', model_deployment: 'reuse' }],
])('a plan says that it takes about %s, from what it creates', async (minutes, actions) => {
  open({ plan: ({ body: { request } }) => aPlan(request, { actions }) });
  await click('signInSubmit');
  await seeEnabled('setUpButton');
  expect(await see('setUpButton')).toHaveAccessibleDescription(
    `Takes about ${minutes}. You can delete everything later.`,
  );
});
