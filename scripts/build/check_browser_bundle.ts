import { readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { inProject } from '../paths';
import { sharedDeps } from './shared_deps';

const forbidden: ReadonlyArray<{ pattern: RegExp; why: string }> = [
  { pattern: /\beval\(/, why: 'the page can forbid eval' },
  { pattern: /\bnew Function\b/, why: 'the page can forbid eval' },
  { pattern: /\brequire\(/, why: 'there is no require in a browser' },
  { pattern: /\bprocess\./, why: 'there is no process in a browser' },
  { pattern: /sourceMappingURL=data:/, why: 'inline source maps are large' },
  { pattern: /__kbnSharedDeps_npm__/, why: 'it is private to builds of Kibana' },
];

const sharedNames = new Set(Object.values(sharedDeps));

/** Problems of one script; empty if it is valid for Kibana's page. */
export const problemsOfScript = (source: string): string[] => {
  const found = forbidden.filter(({ pattern }) => pattern.test(source));
  const unknown = [...source.matchAll(/__kbnSharedDeps__\.?(\w*)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !sharedNames.has(name));
  return [
    ...found.map(({ pattern, why }) => `${pattern.source}: ${why}`),
    ...unknown.map((name) => `__kbnSharedDeps__.${name} is not in every Kibana 9`),
  ];
};

/**
 * The Azure SDK is for the server only. A package is bundled once at most, and
 * not at all when Kibana shares it: a second copy has a context and a state of its own.
 */
export const problemsOfInputs = (inputs: string[]): string[] => {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(folder, name);
  }
  const names = [...folders.values()];
  return [
    ...inputs
      .filter((input) => /(^|\/)(node_modules\/@azure|server)\//.test(input))
      .map((input) => `${input} must not be in the browser`),
    ...names.filter((name) => name in sharedDeps).map((name) => `${name} must come from Kibana`),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `${name} is bundled more than once`),
  ];
};

/** Throws if a browser bundle has forbidden content. */
export const checkBrowserBundle = async ({ inputs, outputs }: Metafile): Promise<void> => {
  const scripts = await Promise.all(
    Object.keys(outputs).map((file) => readFile(inProject(file), 'utf8')),
  );
  const problems = [
    ...problemsOfInputs(Object.keys(inputs)),
    ...scripts.flatMap((source) => problemsOfScript(source)),
  ];
  if (problems.length > 0) throw new Error(`Unfit for Kibana's page:\n${problems.join('\n')}`);
};
