import { aModelOption, aRecommendation } from '../../../test/support/builders/answers';
import type { Shown } from '../../../test/support/page/fake_core';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, isolatedPage, see, stored } from '../../../test/support/page/page_driver';
import { screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { parseLinkParams, withoutLinkParams } from './link_params';

const { open, reload } = isolatedPage();

const noticed = () => screen.queryByTestId('askedNotice');

/** Keeps the fixed model, as the server does. */
const answers: Answers = {
  recommendation: ({ body }) => {
    const { modelName = 'gpt-5.2' } = body.fixed;
    if (modelName === 'gpt-99') throw failure({ code: 'no_model_available' });
    return { ...aRecommendation({ ...body.fixed, modelName }), model: aModelOption({ modelName }) };
  },
};
const fixed = (page: Shown) => page.bodiesOf('recommendation').map((body) => body.fixed);

test.each([
  ['', { useCase: 'both', saysUseCase: false, ignored: [] }],
  [
    '?returnTo=%2Fapp%2Fsecurity%2Falerts',
    { returnTo: '/app/security/alerts', useCase: 'security', saysUseCase: false, ignored: [] },
  ],
  [
    '?useCase=observability&returnTo=%2Fapp%2Fsecurity&modelName=gpt-4.1',
    {
      ...{ returnTo: '/app/security', modelName: 'gpt-4.1' },
      ...{ useCase: 'observability', saysUseCase: true, ignored: [] },
    },
  ],
  [
    '?useCase=constructor&returnTo=//evil.example/app/x&modelName=%3Cb%3E',
    {
      ...{ useCase: 'both', saysUseCase: false },
      ignored: ['returnTo', 'useCase', 'modelName'],
    },
  ],
  [
    '?moveFrom=my%20connector&modelName=gpt-4.1',
    { moveFrom: 'my connector', useCase: 'both', saysUseCase: false, ignored: [] },
  ],
  [`?moveFrom=a%00b`, { useCase: 'both', saysUseCase: false, ignored: ['moveFrom'] }],
  [
    `?modelName=${'x'.repeat(65)}&returnTo=/app/${'x'.repeat(2_000)}`,
    { useCase: 'both', saysUseCase: false, ignored: ['returnTo', 'modelName'] },
  ],
])('%s is read with its bounds', (search, linkParams) => {
  expect(parseLinkParams(search)).toEqual(linkParams);
});

test('the URL keeps returnTo', () => {
  expect(withoutLinkParams('?returnTo=%2Fapp%2Fx&modelName=a&useCase=both&run=7')).toBe(
    '?returnTo=%2Fapp%2Fx&run=7',
  );
});

test('the address of a link to a connector leads to the plan, and to no run', () => {
  expect(withoutLinkParams('?moveFrom=a&returnTo=%2Fapp%2Fx&run=7&step=sign_in')).toBe(
    '?returnTo=%2Fapp%2Fx&step=plan',
  );
  expect(withoutLinkParams('?moveFrom=a%00b&run=7')).toBe('?run=7');
});

test('a link chooses the model and what it is for; a reload does not choose again', async () => {
  const page = open(answers, { search: '?useCase=security&modelName=gpt-4.1' });
  expect(page.history.location.search).toBe('');
  await click('signInSubmit');
  expect(await see('modelRow')).toHaveTextContent('GPT-4.1');
  expect(fixed(page)).toEqual([{ modelName: 'gpt-4.1' }]);
  expect(page.bodiesOf('recommendation')[0]).toMatchObject({ useCase: 'security' });
  expect(noticed()).not.toBeInTheDocument();
  // Nothing was entered, so leaving loses nothing.
  expect(page.leave()).toBe('leave');
  reload();
  expect(await see('modelRow')).toHaveTextContent('GPT-4.1');
});

test('a model that the subscription does not offer gives way, with a notice', async () => {
  const page = open(answers, { search: '?modelName=gpt-99' });
  await click('signInSubmit');
  expect(await see('askedNotice')).toHaveTextContent("Your subscription doesn't offer GPT-99.");
  expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
  expect(fixed(page)).toEqual([{ modelName: 'gpt-99' }, {}]);
  expect(stored()).not.toContain('gpt-99');
});

test('invalid parameters are ignored with a notice that does not repeat them', async () => {
  open({}, { search: '?modelName=%3Cimg%20src%3Dx%3E&returnTo=https%3A%2F%2Fevil.example' });
  const notice = await see('askedNotice');
  expect(notice).toHaveTextContent("isn't a page of this Kibana");
  expect(notice).toHaveTextContent('an invalid model name');
  expect(document.body.innerHTML).not.toContain('img src');
  await click('euiDismissCalloutButton');
  await waitFor(() => expect(noticed()).not.toBeInTheDocument());
});

test.each(['..', '../../../api/x', 'x', '%2e%2e', `${'a'.repeat(36)}`])(
  'a link to the invalid run id %j opens no run',
  async (run) => {
    const page = open({}, { search: `?run=${run}` });
    await see('signInSubmit');
    expect(page.callsOf('run')).toEqual([]);
  },
);

test('a link followed while the page is open counts, too', async () => {
  const page = open(answers);
  await click('signInSubmit');
  await see('modelRow');
  act(() => page.history.push('/?modelName=gpt-4.1'));
  await waitFor(() => expect(stored()).toContain('"modelName":"gpt-4.1"'));
  expect(page.history.location.search).toBe('');
});

test('Kibana shows a breadcrumb to Stack Management, and help', async () => {
  const capabilities = { navLinks: { management: true } };
  const page = open({}, { capabilities });
  expect(await see('signInSubmit')).toBeInTheDocument();
  expect(page.breadcrumbs.at(-1)).toEqual([
    { text: 'Stack Management', href: '/app/management' },
    { text: 'Connect Azure OpenAI' },
  ]);
  expect(page.solutionBreadcrumbs).toEqual(page.breadcrumbs);
  expect(page.help.at(-1)?.links?.map(({ href }) => href)).toEqual([
    expect.stringContaining('https://www.elastic.co/'),
    expect.stringContaining('https://learn.microsoft.com/'),
  ]);
  expect(page.titles).toEqual(['Connect Azure OpenAI']);
});
