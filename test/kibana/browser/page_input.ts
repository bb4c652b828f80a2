import type { Capabilities } from '@kbn/core/server';
import * as v from 'valibot';
import { object, record } from '../../shapes';

const uiCapability = v.union([v.boolean(), record(v.boolean())]);
const capabilities: v.GenericSchema<unknown, Capabilities> = v.objectWithRest(
  { navLinks: record(v.boolean()) },
  record(uiCapability),
);

/**
 * How Kibana's page gets its scripts. `webpack`: one bundle per plugin, each registers itself when it runs; only enabled
 * plugins, none before sign-in. `rspack`: Kibana's own are one bundle that registers them some time later, and the scripts of all
 * plugins below `plugins/` follow on every page, the disabled ones' and before sign-in too (elastic/kibana #292506).
 */
export type Loader = 'webpack' | 'rspack';

/** Data that the server passes to the page, for one user in one space. */
export interface PageInput {
  /** With the space, for example `/kbn/s/ops`. */
  basePath: string;
  serverBasePath: string;
  /** URL prefixes, each with a slash at its end: `core`, and one for each plugin id. */
  publicPath: Record<string, string>;
  /** The enabled ones; `dependencies`: the plugins that its manifest names and that are there. */
  plugins: Array<{ id: string; dependencies?: string[] }>;
  loader: Loader;
  /** Addresses of the plugins' scripts that this page loads. */
  scripts: string[];
  username: string;
  capabilities: Capabilities;
  space: string;
  /** Advanced settings: those that are registered, with their defaults, and the values that are set. */
  uiSettings: {
    defaults: Record<string, { value?: unknown }>;
    user: Record<string, { userValue?: unknown }>;
  };
  /** Kibana's version. */
  version: string;
  darkMode: boolean;
  csp: string;
  locale: string;
  /** URL of the translations for that locale. */
  translationsUrl: string;
  /** A page for people who have not signed in. */
  anonymous: boolean;
}

export const pageInputSchema: v.GenericSchema<unknown, PageInput> = object({
  basePath: v.string(),
  serverBasePath: v.string(),
  publicPath: record(v.string()),
  plugins: v.array(object({ id: v.string(), dependencies: v.optional(v.array(v.string())) })),
  loader: v.picklist(['webpack', 'rspack']),
  scripts: v.array(v.string()),
  username: v.string(),
  capabilities,
  space: v.string(),
  uiSettings: object({
    defaults: record(object({ value: v.optional(v.unknown()) })),
    user: record(object({ userValue: v.optional(v.unknown()) })),
  }),
  version: v.string(),
  darkMode: v.boolean(),
  csp: v.string(),
  locale: v.string(),
  translationsUrl: v.string(),
  anonymous: v.boolean(),
});
