import { i18n } from '@kbn/i18n';

const resources = '{count, plural, one {# resource} other {# resources}} in {region}';

test('a message is formatted with plurals and thousands separators', () => {
  const values = { count: 1200, region: 'East US 2' };
  expect(i18n.translate('x.y', { defaultMessage: resources, values })).toBe(
    '1,200 resources in East US 2',
  );
});

test('a value that is missing, or a message without an id, is an error', () => {
  expect(() => i18n.translate('x.y', { defaultMessage: resources })).toThrow();
  expect(() => i18n.translate('', { defaultMessage: 'Text' })).toThrow();
});

test('angle brackets around a word are a tag, also in plain messages', () => {
  expect(() => i18n.translate('x.y', { defaultMessage: 'Use <name> here' })).toThrow();
  expect(i18n.translate('x.y', { defaultMessage: 'Without < > /' })).toBe('Without < > /');
});
