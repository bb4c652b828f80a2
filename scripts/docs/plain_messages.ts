import { createIntl } from 'react-intl';

interface Message {
  defaultMessage: string;
  values?: Record<string, string | number | boolean | Date | null | undefined>;
}

const intl = createIntl({ locale: 'en', defaultLocale: 'en', onError: () => undefined });

export const i18n = {
  translate: (id: string, { defaultMessage, values }: Message): string =>
    intl.formatMessage({ id, defaultMessage }, values),
  getLocale: (): string => 'en',
};
