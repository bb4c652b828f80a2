import { i18n } from '@kbn/i18n';

type Values = NonNullable<Parameters<typeof i18n.translate>[1]['values']>;

/** What the bundle's compact messages call: asks Kibana for the message with its whole id. */
export const messagesOf =
  (prefix: string) =>
  (id: string, defaultMessage: string, values?: Values): string =>
    i18n.translate(prefix + id, values ? { defaultMessage, values } : { defaultMessage });
