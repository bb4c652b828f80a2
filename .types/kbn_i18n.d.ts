/** The part of Kibana's i18n package that this plugin uses. */
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
