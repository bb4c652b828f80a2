import { escapeAttribute, scriptTags, scriptUrls } from './loader';
import type { PageInput } from './page_input';

export type { PageInput } from './page_input';

/** The one HTML page. */
export const renderPage = (input: PageInput): string => `<!DOCTYPE html>
<html lang="${escape(input.locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(input.csp)}" />
    <title>Elastic</title>
    <link rel="icon" href="data:," />
    <style>
      html { background: ${input.darkMode ? '#07101f' : '#f6f9fc'}; }
    </style>
  </head>
  <body>
    <div id="kibana-body" data-test-subj="kibanaChrome"></div>
    ${scriptTags(input, [...scriptUrls(input), `${input.publicPath['core'] ?? '/'}boot.js`])}
  </body>
</html>
`;
