import type { Capabilities } from '@kbn/core/server';
import * as z from 'zod/mini';

const uiCapability = z.union([z.boolean(), z.record(z.string(), z.boolean())]);
const capabilities: z.ZodMiniType<Capabilities> = z.catchall(
  z.object({ navLinks: z.record(z.string(), z.boolean()) }),
  z.record(z.string(), uiCapability),
);

/**
 * How Kibana's page gets its scripts. `webpack`: one bundle per plugin, each registers itself when it runs; only enabled
 * plugins, none before sign-in. `rspack`: Kibana's own are one bundle that registers them some time later, and the scripts of all
 * plugins below `plugins/` follow on every page, the disabled ones' and before sign-in too (elastic/kibana #292506).
 */
export type Loader = 'webpack' | 'rspack';

/** What the server tells the page, for one person in one space. */
export interface PageInput {
  /** With the space, for example `/kbn/s/ops`. */
  basePath: string;
  serverBasePath: string;
  /** URL prefixes, each with a slash at its end: `core`, and one for each plugin id. */
  publicPath: Record<string, string>;
  /** The enabled ones; `dependencies`: the plugins that its manifest names and that are there. */
  plugins: Array<{ id: string; manifestVersion: string; dependencies?: string[] }>;
  loader: Loader;
  /** Addresses of the plugins' scripts that this page loads. */
  scripts: string[];
  user: { username: string; roles: string[] };
  capabilities: Capabilities;
  space: string;
  /** Advanced settings: what holds where nothing is set, and what is set. */
  uiSettings: { defaults: Record<string, unknown>; user: Record<string, unknown> };
  /** Kibana's version. */
  version: string;
  darkMode: boolean;
  csp: string;
  locale: string;
  /** Where the texts of that language are. */
  translationsUrl: string;
  /** A page for people who have not signed in. */
  anonymous: boolean;
  /** For each plugin id, what its configuration shows to the browser. */
  browserConfig: Record<string, unknown>;
}

export const pageInputSchema: z.ZodMiniType<PageInput> = z.object({
  basePath: z.string(),
  serverBasePath: z.string(),
  publicPath: z.record(z.string(), z.string()),
  plugins: z.array(
    z.object({
      id: z.string(),
      manifestVersion: z.string(),
      dependencies: z.optional(z.array(z.string())),
    }),
  ),
  loader: z.enum(['webpack', 'rspack']),
  scripts: z.array(z.string()),
  user: z.object({ username: z.string(), roles: z.array(z.string()) }),
  capabilities,
  space: z.string(),
  uiSettings: z.object({
    defaults: z.record(z.string(), z.unknown()),
    user: z.record(z.string(), z.unknown()),
  }),
  version: z.string(),
  darkMode: z.boolean(),
  csp: z.string(),
  locale: z.string(),
  translationsUrl: z.string(),
  anonymous: z.boolean(),
  browserConfig: z.record(z.string(), z.unknown()),
});
