import { createIntl, createIntlCache, type IntlConfig } from 'react-intl';

interface TranslateOptions {
  defaultMessage: string;
  values?: Record<string, string | number | boolean | Date | null | undefined>;
  description?: string;
}

export const locale = 'en';

/** Kibana shows untranslated text in English, and throws on a message that cannot be formatted. */
export const onIntlError: IntlConfig['onError'] = (error) => {
  if (String(error.code) !== 'MISSING_TRANSLATION') throw error;
};

const intl = createIntl(
  { locale, defaultLocale: locale, messages: {}, onError: onIntlError },
  createIntlCache(),
);

const translate = (id: string, { defaultMessage, values, description }: TranslateOptions) => {
  if (!id) throw new Error('An id is needed to translate a message.');
  if (!defaultMessage) throw new Error(`Message ${id} has no text.`);
  return intl.formatMessage({ id, defaultMessage, description }, values, { ignoreTag: true });
};

/** What `@kbn/i18n` gives to a browser plugin. */
export const i18n = { translate, getLocale: () => locale };
