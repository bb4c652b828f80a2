import { withoutSecrets } from './without_secrets';

const newKey = `${'aB3'.repeat(24)}JQQJ99ACOGx1`;
const oldKey = '0123456789abcdef0123456789ABCDEF';
const base64Key = `${'q+/Z'.repeat(10)}Ab==`;
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL21hbmFnZW1lbnQi.c2lnbmF0dXJl';

describe('a text without secrets', () => {
  it.each([
    ['a token', `The token ${jwt} is not valid`, jwt],
    ['a token that was cut off', `The token ${jwt.slice(0, 40)}`, jwt.slice(0, 40)],
    ['a bearer header', 'authorization: Bearer an-opaque-token', 'an-opaque-token'],
    ['a basic header', 'Proxy-Authorization: Basic a2liYW5hOnB3', 'a2liYW5hOnB3'],
    ['a header without a scheme', '"authorization": "raw-value-1"', 'raw-value-1'],
    ['a new key', `refused ${newKey} here`, newKey],
    ['the beginning of a new key', `refused ${newKey.slice(0, 40)}`, newKey.slice(0, 40)],
    ['an old key', `refused ${oldKey} here`, oldKey],
    ['a base64 key', `with ${base64Key} refused`, base64Key],
    ['a key by its header', 'api-key: s3cr3t-1 refused', 's3cr3t-1'],
    ['a key by the older header', 'Ocp-Apim-Subscription-Key: s3cr3t-1', 's3cr3t-1'],
    ['keys in JSON', '{"key1":"s3cr3t-1","key2":"s3cr3t-2"}', 's3cr3t-1'],
    ['a form', 'client_secret=s3cr3t~1&grant_type=x', 's3cr3t~1'],
    ['a device code', 'device_code=s3cr3t-1&x=y', 's3cr3t-1'],
    ['a camel-cased token', '{"accessToken":"s3cr3t-1"}', 's3cr3t-1'],
    ['a connection string', 'AccountName=a;AccountKey=s3cr3t/1+x;End=y', 's3cr3t/1+x'],
    ['a shared access key', 'SharedAccessKeyName=n;SharedAccessKey=s3cr3t-1', 's3cr3t-1'],
    ['a shared access signature', 'https://x/y?sv=2024&sig=a%2Fb%3Dsecret&se=1', 'a%2Fb%3Dsecret'],
    ['a signed status URL', 'https://x/op/1?t=1&c=2&s=s3cr3tsig&h=hashvalue1', 's3cr3tsig'],
    ['the password of a proxy', 'http://kibana:hunter2x@proxy:3128 refused', 'hunter2x'],
  ])('has no %s', (_, text, secret) => {
    expect(withoutSecrets(text)).not.toContain(secret);
    expect(withoutSecrets(text)).toContain('…');
  });

  it.each([
    "The client 'x@contoso.com' with object id '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11' may not do this.",
    "perform action 'Microsoft.CognitiveServices/accounts/listKeys/action' over scope '/subscriptions/0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11/resourceGroups/rg-kibana'",
    "The model 'Format:OpenAI,Name:gpt-5.2,Version:2025-12-11' is not supported.",
    'This operation require 80 new capacity in quota Tokens Per Minute (thousands) - gpt-4o.',
    'See https://aka.ms/ARMResourceNotFoundFix',
    'Key based authentication is disabled for this resource.',
  ])('keeps %s', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });

  it('has no secret that truncation makes unrecognizable', () => {
    for (let at = 3_900; at <= 4_000; at += 7) {
      const long = `${'Bearer abc '.repeat(400).slice(0, at)} ${newKey}`;
      const shown = withoutSecrets(`${long} ${'x '.repeat(3_000)}`);
      expect(shown).not.toContain(newKey.slice(0, 12));
      expect(shown.length).toBeLessThanOrEqual(2_000);
    }
  });

  it.each(['x', ' ', 'aB3', '=', 'key1 ', 'a/', '://a:', 'eyJ', '&s='])(
    'takes no time over many of %j',
    (piece) => {
      const text = piece.repeat(200_000);
      expect(withoutSecrets(text).length).toBeLessThanOrEqual(2_000);
    },
  );
});
