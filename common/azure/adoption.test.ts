import { accountFields, accountObstacle, adoptedAccount } from './adoption';

const account = {
  ...{ resourceGroup: 'rg', accountName: 'team', location: 'eastus2', kind: 'OpenAI' },
  ...{ customSubDomainName: 'team', networkAccess: 'all', state: 'Succeeded', keysDisabled: false },
  tags: { owner: 'search' },
};

describe('an existing account', () => {
  it('determines exactly the fields that are reset for a new resource', () => {
    expect(Object.keys(adoptedAccount(account) ?? {})).toEqual(accountFields);
  });

  it.each([
    [{ state: 'Creating' }, 'not_ready'],
    [{ keysDisabled: true }, 'keys_disabled'],
    [{ customSubDomainName: undefined }, 'no_endpoint'],
    [{ kind: 'SpeechServices' }, 'unexpected_form'],
    [{ location: 'east/us' }, 'unexpected_form'],
  ])('cannot be used when it has %j: %s', (change, obstacle) => {
    expect(accountObstacle({ ...account, ...change })).toBe(obstacle);
    expect(adoptedAccount({ ...account, ...change })).toBeUndefined();
  });
});
