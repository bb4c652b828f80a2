import { IntlMessageFormat } from 'intl-messageformat';

/** Kibana's `@kbn/i18n` on the server, in English. */
export const i18n = {
  translate(
    id: string,
    {
      defaultMessage,
      values,
    }: { defaultMessage: string; values?: Record<string, string | number> },
  ): string {
    if (!id) throw new Error('[I18n] An `id` must be a non-empty string to translate a message.');
    return String(new IntlMessageFormat(defaultMessage, 'en').format(values));
  },
  getLocale: () => 'en',
};
