import { createIntl, createIntlCache, type IntlConfig, type IntlShape } from 'react-intl';

interface TranslateOptions {
  defaultMessage: string;
  values?: Record<string, string | number | boolean | Date | null | undefined>;
  description?: string;
}

type Translation = Pick<IntlConfig, 'locale' | 'messages' | 'formats'>;

const defaultLocale = 'en';

/** Kibana shows untranslated text in English, and throws on a message that cannot be formatted. */
const onError: IntlConfig['onError'] = (error) => {
  if (String(error.code) !== 'MISSING_TRANSLATION') throw error;
};

const newIntl = ({ locale, messages, formats }: Translation): IntlShape =>
  createIntl(
    // Kibana's engine knows locales in lower case.
    { locale: locale.toLowerCase(), defaultLocale, messages, formats, onError },
    createIntlCache(),
  );

let intl = newIntl({ locale: defaultLocale, messages: {} });

/** As in Kibana, angle brackets are tags, so text with `<name>` is an error. */
const translate = (id: string, { defaultMessage, values, description }: TranslateOptions) => {
  if (!id) throw new Error('An id is needed to translate a message.');
  if (!defaultMessage) throw new Error(`Message ${id} has no text.`);
  return intl.formatMessage({ id, defaultMessage, description }, values);
};

const isTranslation = (value: unknown): value is Translation =>
  typeof value === 'object' && value !== null && 'locale' in value && 'messages' in value;

/** Loads the texts of a language before any plugin's script runs. */
const load = async (url: string): Promise<void> => {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`Translations request failed with status code: ${response.status}`);
  }
  const translation: unknown = await response.json();
  if (isTranslation(translation)) intl = newIntl(translation);
};

/** The exports of `@kbn/i18n` that a browser plugin uses. */
export const i18n = { translate, getLocale: () => intl.locale, load };
