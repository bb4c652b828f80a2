import { IntlMessageFormat } from 'intl-messageformat';

interface Translation {
  locale: string;
  messages: Record<string, string>;
}

let translation: Translation = { locale: 'en', messages: {} };

/** Kibana's `@kbn/i18n` on the server. */
export const i18n = {
  translate(
    id: string,
    {
      defaultMessage,
      values,
    }: { defaultMessage: string; values?: Record<string, string | number> },
  ): string {
    if (!id) throw new Error('[I18n] An `id` must be a non-empty string to translate a message.');
    const { locale, messages } = translation;
    const translated = messages[id];
    const message = new IntlMessageFormat(
      translated ?? defaultMessage,
      translated === undefined ? 'en' : locale,
    );
    return String(message.format(values));
  },
  getLocale: () => translation.locale,
  init: ({ locale, messages }: Translation) => {
    // Kibana's engine knows locales in lower case.
    translation = { locale: locale.toLowerCase(), messages };
  },
};
