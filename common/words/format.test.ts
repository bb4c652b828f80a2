import { setupRequestSchema } from '../setup_request';
import { reasonCodes } from '../recommendation';
import { fieldRules } from './field_rules';
import { fieldText } from './field_text';
import {
  formatDate,
  formatDuration,
  formatRelative,
  formatTime,
  formatTokens,
  regionName,
} from './format';
import { reasonText } from './reason_text';
import { openAiRegionsOf } from '../../test/azure';

const everyRegion = (['public', 'usGovernment', 'china'] as const).flatMap((cloud) =>
  openAiRegionsOf(cloud, { furtherRegions: true }),
);

describe('formats', () => {
  it.each([
    [400, '0 s'],
    [12_400, '12 s'],
    [72_000, '1 min 12 s'],
    [3_900_000, '1 h 5 min'],
    [-5, '0 s'],
  ])('%d ms last %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('separates thousands', () => {
    expect(formatTokens(1_250_000)).toBe('1,250,000 tokens per minute');
  });

  it('gives a time of day without its seconds', () => {
    expect(formatTime('2026-11-29T12:12:16Z')).toMatch(/^\d{1,2}:\d{2}\s[AP]M$/);
  });

  it('formats a retirement date as the day in UTC, and keeps an invalid date', () => {
    expect(formatDate('2027-06-08T00:00:00Z')).toBe('Jun 8, 2027');
    expect(formatDate('soon')).toBe('soon');
  });

  it.each([
    ['2026-11-02T09:12:00Z', '3 minutes ago'],
    ['2026-11-04T09:15:00Z', 'in 2 days'],
    ['2026-11-02T09:15:00Z', 'now'],
  ])('%s is %s', (iso, text) => {
    expect(formatRelative(iso, Date.parse('2026-11-02T09:15:00Z'))).toBe(text);
  });

  it.each(everyRegion)('names the region $name without the list of Azure', (region) => {
    expect(regionName(region.name, undefined)).toBe(region.displayName);
  });

  it.each(['atlantis', 'westmoon2', '', 'us', 'centraluseuap', 'East US'])(
    'shows a region that it does not know as it is: %s',
    (name) => {
      expect(regionName(name, undefined)).toBe(name);
    },
  );
});

describe('words of the form', () => {
  it.each(Object.keys(setupRequestSchema.entries))('%s has a label and a rule', (field) => {
    const [, text] = Object.entries(fieldText).find(([name]) => name === field) ?? [];
    expect(text?.label).toMatch(/^[A-Z]/);
    const [, rule] = Object.entries(fieldRules).find(([name]) => name === field) ?? [];
    expect(rule).toMatch(/\.$/);
  });

  it.each([...reasonCodes])('%s is a sentence, with and without its values', (code) => {
    const detail = { model: 'gpt-5.2', score: 8.58, left: 50_000 };
    for (const reason of [{ code }, { code, detail: { left: 0 } }, { code, detail }]) {
      expect(reasonText(reason)).not.toMatch(/undefined|NaN|: +of|\b0 tokens/);
      expect(reasonText(reason)).toMatch(/^[A-Zg].*\.$/);
    }
  });
});
