import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Server } from '@hapi/hapi';
import * as v from 'valibot';
import { object, record } from '../../shapes';

const rcSchema = object({ translations: v.optional(v.array(v.string()), []) });
const fileSchema = object({
  formats: v.optional(record(v.unknown())),
  messages: record(v.string()),
});

/** The texts of all plugins in one language. */
interface Translations {
  locale: string;
  formats: Record<string, unknown>;
  messages: Record<string, string>;
}

const readRc = (file: string) => {
  try {
    return v.parse(rcSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`Failed to parse .i18nrc.json file at ${file}`);
  }
};

/** The files that a plugin's `.i18nrc.json` lists; a broken list keeps Kibana from starting. */
function filesOf(plugin: string): string[] {
  const file = path.join(plugin, '.i18nrc.json');
  if (!existsSync(file)) return [];
  return readRc(file).translations.map((translation) => path.resolve(plugin, translation));
}

/** Reads only the files of the exact locale: `fr-FR` is no fallback for `fr-CA`. */
export function readTranslations(home: string, locale: string): Translations {
  const folder = path.join(home, 'plugins');
  const plugins = existsSync(folder) ? readdirSync(folder) : [];
  const files = plugins.flatMap((plugin) => filesOf(path.join(folder, plugin)));
  const contents = files
    .filter((file) => path.basename(file, '.json') === locale)
    .map((file) => v.parse(fileSchema, JSON.parse(readFileSync(file, 'utf8'))));
  return {
    locale,
    formats: Object.fromEntries(contents.flatMap(({ formats = {} }) => Object.entries(formats))),
    messages: Object.fromEntries(contents.flatMap(({ messages }) => Object.entries(messages))),
  };
}

/** Passes the messages to `@kbn/i18n` before any plugin is set up. */
export function initServerI18n(home: string, translations: Translations): void {
  const entry = path.join(home, 'node_modules', '@kbn', 'i18n', 'index.js');
  const loaded: unknown = createRequire(entry)(entry);
  const init: unknown = Reflect.get(Object(Reflect.get(Object(loaded), 'i18n')), 'init');
  if (typeof init === 'function') Reflect.apply(init, undefined, [translations]);
}

/** Serves the texts to the page without sign-in; returns the URL. */
export function registerTranslationsRoute(server: Server, translations: Translations): string {
  const body = JSON.stringify(translations);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const address = `/translations/${hash}/${translations.locale}.json`;
  server.route({
    method: 'GET',
    path: address,
    options: { auth: false },
    handler: (_request, h) =>
      h
        .response(body)
        .type('application/json')
        .header('cache-control', 'public, max-age=31536000, immutable'),
  });
  return address;
}
