import type { PageInput } from './page_input';

export type { PageInput } from './page_input';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const scriptUrls = ({ publicPath, plugins }: PageInput): string[] => {
  const core = publicPath.core ?? '/';
  return [
    `${core}globals.js`,
    `${core}shared_deps.js`,
    `${core}core.js`,
    ...plugins.map(({ id }) => `${publicPath[id] ?? core}${id}.plugin.js`),
    `${core}boot.js`,
  ];
};

/** The one HTML page. No script stands in it: the content security policy allows only `'self'`. */
export const renderPage = (input: PageInput): string => `<!DOCTYPE html>
<html lang="${escape(input.locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${escape(input.csp)}" />
    <title>Elastic</title>
    <link rel="icon" href="data:," />
    <style>
      html { background: ${input.darkMode ? '#07101f' : '#f6f9fc'}; }
    </style>
  </head>
  <body>
    <kbn-injected-metadata data="${escape(JSON.stringify(input))}"></kbn-injected-metadata>
    <div id="kibana-body" data-test-subj="kibanaChrome"></div>
    ${scriptUrls(input)
      .map((url) => `<script src="${escape(url)}"></script>`)
      .join('\n    ')}
  </body>
</html>
`;
