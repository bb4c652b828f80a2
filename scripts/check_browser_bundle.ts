import { readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { inProject } from './paths';
import { sharedDeps } from './shared_deps';

/** What must not be in a script that runs inside Kibana's page, and why. */
const forbidden: ReadonlyArray<{ pattern: RegExp; why: string }> = [
  { pattern: /\beval\(/, why: 'the page may forbid eval' },
  { pattern: /\bnew Function\b/, why: 'the page may forbid eval' },
  { pattern: /\brequire\(/, why: 'there is no require in a browser' },
  { pattern: /\bprocess\./, why: 'there is no process in a browser' },
  { pattern: /sourceMappingURL=data:/, why: 'inline source maps are large' },
  { pattern: /__kbnSharedDeps_npm__/, why: 'it is private to builds of Kibana' },
];

const sharedNames = new Set(Object.values(sharedDeps));

/** Problems of one script, in words; empty when it is fit for Kibana's page. */
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

/** The Azure SDK belongs to the server: nothing in the browser talks to Azure. */
export const problemsOfInputs = (inputs: string[]): string[] =>
  inputs
    .filter((input) => /(^|\/)(node_modules\/@azure|server)\//.test(input))
    .map((input) => `${input} must not be in the browser`);

/** Throws when a browser bundle holds what it must not. */
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
