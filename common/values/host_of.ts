/** Host and port of a URL; empty for anything else. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
