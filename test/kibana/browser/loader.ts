import type { Loader, PageInput } from './page_input';

/** Rspack is the only one from 9.6 on (elastic/kibana #290290). In 9.5 it was made the default (#289756), and not again (#290382). */
export const loaderOf = (kibanaVersion: string): Loader => {
  const [major = 0, minor = 0] = kibanaVersion.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 6) ? 'rspack' : 'webpack';
};

const kibanaBundle: Record<Loader, string> = { webpack: 'core.js', rspack: 'kibana.bundle.js' };

/** Scripts in the order in which they run, up to the start of the page. */
export const scriptUrls = ({ publicPath, loader, scripts }: PageInput): string[] => {
  const core = publicPath['core'] ?? '/';
  const own = ['globals.js', 'shared_deps.js', kibanaBundle[loader]];
  return [...own.map((file) => core + file), ...scripts];
};

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The data of the page and its scripts. None is inline: the content security policy allows only `'self'`. */
export const scriptTags = (input: PageInput, urls: string[]): string =>
  [
    `<kbn-injected-metadata data="${escape(JSON.stringify(input))}"></kbn-injected-metadata>`,
    ...urls.map((url) => `<script src="${escape(url)}"></script>`),
  ].join('\n    ');

export { escape as escapeAttribute };
