import { isForeign, isOwned } from './ownership_tag';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

it.each(['kibana-setup-run', 'Kibana-Setup-Run', 'KIBANA-SETUP-RUN'])(
  'the ownership tag counts when Azure writes its name as %s',
  (name) => {
    expect(isOwned({ [name]: runId }, runId)).toBe(true);
    expect(isForeign({ [name]: runId }, runId)).toBe(false);
    expect(isForeign({ [name]: 'another' }, runId)).toBe(true);
  },
);

it('a resource without the tag belongs to no run', () => {
  expect(isOwned({ owner: runId }, runId)).toBe(false);
  expect(isForeign({ owner: runId }, runId)).toBe(false);
});
