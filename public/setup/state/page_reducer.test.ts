import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { aBlockedRun, aSession } from '../../../test/support/builders/answers';
import { parseLinkParams } from '../location/link_params';
import { pageDataOf, pageReducer, type PageAction, type PageData } from './page_reducer';

const params = parseLinkParams('');
const session = aSession();
const start = pageDataOf(undefined, params);
const after = (...actions: PageAction[]): PageData => actions.reduce(pageReducer, start);

test('pageReducer keeps what was entered when the person signs in again', () => {
  const { draft } = after(
    { type: 'signed_in', session },
    { type: 'values_set', values: { capacity: 40 } },
    { type: 'sign_in_again', claims: '{"access_token":{}}' },
  );
  expect(draft).toMatchObject({ values: { capacity: 40 }, claims: '{"access_token":{}}' });
  expect(draft.session).toBeUndefined();
});

test('pageReducer keeps the directory to switch to until the person has signed in', () => {
  const switching = after(
    { type: 'signed_in', session },
    { type: 'sign_in_again', tenant: 'other' },
  );
  expect(switching.tenant).toBe('other');
  expect(pageReducer(switching, { type: 'signed_in', session }).tenant).toBeUndefined();
});

test('pageReducer drops values of another directory when the person signs in there', () => {
  const { draft } = after(
    { type: 'signed_in', session },
    { type: 'values_set', values: { capacity: 40 } },
    { type: 'signed_in', session: aSession({ tenantId: 'other' }) },
  );
  expect(draft.values).toEqual({});
});

test('pageReducer forgets the person and the values when the person signs out', () => {
  const { draft } = after(
    { type: 'signed_in', session },
    { type: 'values_set', values: { capacity: 40 } },
    { type: 'signed_out', useCase: 'both' },
  );
  expect(draft).toEqual({ useCase: 'both', values: {}, inherited: [] });
});

test('pageReducer keeps the changes of a run when its plan is opened again', () => {
  const run = aBlockedRun(aSetupRequest(), 2, { code: 'insufficient_quota' });
  const { draft } = after(
    { type: 'run_changed', run },
    { type: 'values_set', values: { capacity: 40 } },
    { type: 'run_changed', run },
  );
  expect(draft.values.capacity).toBe(40);
});

test('pageReducer selects the recommended model when the linked one is not offered', () => {
  const linked = pageReducer(start, {
    type: 'link_followed',
    params: parseLinkParams('?modelName=gpt-99&useCase=nonsense'),
  });
  const { draft, notice } = pageReducer(linked, { type: 'model_not_offered', modelName: 'gpt-99' });
  expect(draft.values).toEqual({});
  expect(notice).toEqual({ ignored: ['useCase'], notOffered: 'gpt-99' });
  expect(pageReducer({ draft, notice }, { type: 'notice_dismissed' })).toEqual({ draft });
});

test('pageReducer opens a field once', () => {
  const opened = after({ type: 'field_opened', field: 'tags' });
  expect(opened.field).toBe('tags');
  expect(pageReducer(opened, { type: 'field_opened', field: undefined })).toEqual(start);
});

test.each([
  ['keeps the submitted throughput of the open form', 'b', 200],
  ['does not open a form that was closed', 'a', undefined],
])('pageReducer %s when it waits for a sign-in', (_what, waiting, capacity) => {
  const changeId = (last: string) => `7d3a2b10-0000-4000-8000-00000000000${last}`;
  const form = { runId: changeId('0'), changeId: changeId('b'), text: '200000' };
  const { draft } = after(
    { type: 'size_form_set', form },
    { type: 'size_form_waits', changeId: changeId(waiting), capacity: 200 },
  );
  expect(draft.sizeForm).toEqual({ ...form, capacity });
});
