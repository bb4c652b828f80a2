/** The part of Kibana's i18n packages that this plugin uses. */
declare module '@kbn/i18n' {
  export const i18n: {
    translate(
      id: string,
      options: {
        defaultMessage: string;
        values?: Record<string, string | number | boolean | Date | null | undefined>;
        description?: string;
      },
    ): string;
    getLocale(): string;
    load(translationsUrl: string): Promise<void>;
  };
}
declare module '@kbn/i18n-react' {
  import type { ReactElement, ReactNode } from 'react';

  export {
    FormattedDate,
    FormattedMessage,
    FormattedNumber,
    FormattedRelativeTime,
    FormattedTime,
    useIntl,
  } from 'react-intl';
  export function I18nProvider(props: { children?: ReactNode }): ReactElement;
}
