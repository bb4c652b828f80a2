import { i18n } from '@kbn/i18n';
import type { Options } from '../options';
import { regionTitle } from './region_name';

/** Numbers with thousands separators, in the language of Kibana. */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(i18n.getLocale()).format(value);

/** "150K": short numbers for narrow places, in the language of Kibana. */
export const formatCompact = (value: number): string =>
  new Intl.NumberFormat(i18n.getLocale(), { notation: 'compact' }).format(value);

/** "$1.75", "$14.00": an amount of money with all of its digits, four decimals at most. */
export const formatPrice = (amount: number, currency: string): string =>
  new Intl.NumberFormat(i18n.getLocale(), {
    ...{ style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 4 },
  }).format(amount);

/** "$0.02", "$0.0014": a small amount, rounded as an estimate. */
export const formatRoundPrice = (amount: number, currency: string): string =>
  new Intl.NumberFormat(i18n.getLocale(), {
    ...{ style: 'currency', currency, maximumSignificantDigits: 2 },
  }).format(amount);

/** "East US 2, Sweden Central", as a list in Kibana's language. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(i18n.getLocale(), { type: 'unit' }).format(items);

export const tokensPerMinute = (capacity: number, tokensPerUnit: number): number =>
  capacity * tokensPerUnit;

/** "100,000 tokens per minute". */
export const formatTokens = (tokens: number): string =>
  i18n.translate('azureOpenaiSetup.format.tokensPerMinute', {
    defaultMessage: '{tokens, plural, one {# token} other {# tokens}} per minute',
    values: { tokens },
  });

/** "100,000 tokens per minute", or "100 units of quota" if the tokens of a unit are unknown. */
export const formatCapacity = (capacity: number, tokensPerUnit?: number): string =>
  tokensPerUnit === undefined
    ? i18n.translate('azureOpenaiSetup.format.units', {
        defaultMessage: '{units, plural, one {# unit} other {# units}} of quota',
        values: { units: capacity },
      })
    : formatTokens(tokensPerMinute(capacity, tokensPerUnit));

/** The number alone: of tokens per minute, or of units if the tokens of a unit are unknown. */
export const capacityNumber = (capacity: number, tokensPerUnit = 1): string =>
  formatNumber(tokensPerMinute(capacity, tokensPerUnit));

const formatted = (iso: string, style: Intl.DateTimeFormatOptions): string => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(i18n.getLocale(), style).format(date);
};

/** The day of an ISO 8601 text; Azure's retirement dates are days in UTC. */
export const formatDate = (iso: string): string =>
  formatted(iso, { dateStyle: 'medium', timeZone: 'UTC' });

/** Date and time of an ISO 8601 text, in local time. */
export const formatDateTime = (iso: string): string =>
  formatted(iso, { dateStyle: 'medium', timeStyle: 'medium' });

/** Time of day of an ISO 8601 text, in local time. */
export const formatTime = (iso: string): string => formatted(iso, { timeStyle: 'short' });

/** "1 min 12 s" from milliseconds. */
export function formatDuration(milliseconds: number): string {
  const all = Math.max(0, Math.round(milliseconds / 1000));
  const values = {
    hours: Math.floor(all / 3600),
    minutes: Math.floor((all % 3600) / 60),
    seconds: all % 60,
  };
  if (values.hours > 0) {
    return i18n.translate('azureOpenaiSetup.format.hours', {
      defaultMessage: '{hours, number} h {minutes, number} min',
      values,
    });
  }
  if (values.minutes > 0) {
    return i18n.translate('azureOpenaiSetup.format.minutes', {
      defaultMessage: '{minutes, number} min {seconds, number} s',
      values,
    });
  }
  return i18n.translate('azureOpenaiSetup.format.seconds', {
    defaultMessage: '{seconds, number} s',
    values,
  });
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "3 minutes ago", "in 2 days"; `now` in milliseconds. */
export function formatRelative(iso: string, now: number): string {
  const distance = new Date(iso).getTime() - now;
  if (Number.isNaN(distance)) return iso;
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? units[3];
  const format = new Intl.RelativeTimeFormat(i18n.getLocale(), { numeric: 'auto' });
  return format.format(Math.round(distance / size), unit);
}

/** "Sweden Central"; the programmatic name of a region that is neither listed nor known. */
export const regionName = (location: string, options: Options | undefined): string =>
  options?.locations?.find(({ name }) => name === location)?.displayName ?? regionTitle(location);

/** The same, but undefined until the list of regions is loaded. */
export const regionNameWhenKnown = (
  location: string,
  options: Options,
  loading: boolean,
): string | undefined =>
  loading && regionName(location, options) === location ? undefined : regionName(location, options);

/** "GPT-5.2" for "gpt-5.2". */
export const modelTitle = (modelName: string): string => modelName.replace(/^gpt/, 'GPT');

/** Joins sentences and omits the undefined ones. */
export const sentences = (...parts: Array<string | false | undefined>): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
