import { aBlockedRun, aSession } from '../../../test/support/builders/answers';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import {
  emptyDraft,
  fixedValues,
  fromRun,
  isEdited,
  recommendationKey,
  signedIn,
  withoutValues,
  withValues,
} from './draft';
import { loadDraft, saveDraft } from './draft_storage';

const draft = emptyDraft('both');
const changing = fromRun(draft, aBlockedRun(aSetupRequest(), 3, { code: 'insufficient_quota' }));

beforeEach(() => sessionStorage.clear());

describe('a run that is being changed', () => {
  test('keeps its values until the person changes something', () => {
    expect(changing.values).toEqual(aSetupRequest());
    expect(isEdited(changing)).toBe(false);
  });

  test('resets dependents of the region but keeps the model', () => {
    const { values } = withValues(changing, { location: 'swedencentral' });
    expect(values).toMatchObject({ location: 'swedencentral', modelName: 'gpt-5.2' });
    expect(values).not.toHaveProperty('accountName');
    expect(values).not.toHaveProperty('capacity');
  });

  test('never resets entered values', () => {
    const typed = withValues(changing, { accountName: 'mine', customSubDomainName: 'mine' });
    const moved = withValues(typed, { location: 'swedencentral' });
    expect(moved.values).toMatchObject({ accountName: 'mine', customSubDomainName: 'mine' });
    expect(isEdited(moved)).toBe(true);
  });

  test('resets nothing if the same model is chosen again', () => {
    expect(withValues(changing, { modelName: 'gpt-5.2' }).values).toEqual(aSetupRequest());
  });
});

describe('the choice about a deleted resource', () => {
  const chosen = withValues(withValues(draft, { accountName: 'old' }), {
    onDeletedAccount: 'purge',
  });

  test('stays while other values change', () => {
    const { values } = withValues(chosen, { capacity: 10, accountName: 'old' });
    expect(values.onDeletedAccount).toBe('purge');
  });

  test.each([
    { accountName: 'another' },
    { resourceGroup: 'another' },
    { location: 'westus3' },
    { customSubDomainName: 'another' },
  ])('does not apply to another resource: %j', (change) => {
    expect(withValues(chosen, change).values).not.toHaveProperty('onDeletedAccount');
  });

  test('is reset with the name, and restored with its resource', () => {
    expect(withoutValues(chosen, ['accountName']).values).toEqual({});
    const both = { accountName: 'other', onDeletedAccount: 'restore' } as const;
    expect(withValues(chosen, both).values).toMatchObject(both);
  });
});

test('the recommendation uses valid values, and its key only those that matter', () => {
  const typing = withValues(draft, { targetName: '', location: 'westus3' });
  expect(fixedValues(typing)).toEqual({ location: 'westus3' });
  expect(recommendationKey(typing)).toEqual(
    recommendationKey(withValues(typing, { targetName: 'Mine' })),
  );
  expect(recommendationKey(typing)).not.toEqual(recommendationKey(draft));
  expect(recommendationKey(withoutValues(typing, ['location']))).toEqual(recommendationKey(draft));
});

test('values survive a sign-in to the same tenant only', () => {
  const first = signedIn(withValues(draft, { targetName: 'Mine' }), aSession());
  expect(signedIn(first, aSession({ who: 'grace' })).values).toEqual({ targetName: 'Mine' });
  const other = aSession({ tenantId: '99999999-1111-4222-8333-444444444444' });
  expect(signedIn(first, other).values).toEqual({});
});

test('each space has its own draft, and an invalid draft is ignored', () => {
  saveDraft('/s/sales', withValues(draft, { targetName: 'Sales' }));
  expect(loadDraft('/s/sales')?.values).toEqual({ targetName: 'Sales' });
  expect(loadDraft('')).toBeUndefined();
  for (const [key] of Object.entries({ ...sessionStorage })) sessionStorage.setItem(key, '{"a":1}');
  expect(loadDraft('/s/sales')).toBeUndefined();
});
