import type { SetupRequest } from '../setup_request';
import { mainTargetOf, type TargetKind } from './targets';

type Named = Pick<SetupRequest, 'deploymentName'>;

const prefix = 'azure-openai-';

/** Elasticsearch allows at most 64 characters in an id. */
const longestId = 64;

/** Digits of the run's id. */
const digits = 8;

/** Lowercase letters, digits, hyphens, underscores and periods, starting with a letter or digit. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');

/**
 * Id of the inference endpoint. Kibana shows it as the name, so it is descriptive: `azure-openai-`, the deployment,
 * and the first 8 digits of the run's id. Without a run id, only the prefix. Matches
 * `^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$`.
 */
export function inferenceIdOf({ deploymentName }: Named, runId?: string): string {
  const end = runId ? `-${runId.toLowerCase().slice(0, digits)}` : '';
  const slug = slugOf(deploymentName).slice(0, longestId - prefix.length - digits - 1);
  return `${prefix}${slug.replace(/[^a-z0-9]$/, '') || 'chat'}${end}`;
}

const ids: Record<TargetKind, (request: Named, runId: string) => string> = {
  connector: (_request, runId) => runId,
  inference_endpoint: inferenceIdOf,
};

/** Id of a target of a run. */
export const targetIdOf = (kind: TargetKind, request: Named, runId: string): string =>
  ids[kind](request, runId);

/** Id of the main target: it gets the questions and probes, and can become the default model. */
export const mainTargetIdOf = (
  request: Named & Pick<SetupRequest, 'target'>,
  runId: string,
): string => targetIdOf(mainTargetOf(request), request, runId);

type Titled = Named & Pick<SetupRequest, 'targetName'>;

const titles: Record<TargetKind, (request: Titled, runId?: string) => string> = {
  connector: ({ targetName }) => targetName,
  inference_endpoint: inferenceIdOf,
};

/** Name of a target in Kibana. Without a run, only the prefix. */
export const targetTitleOf = (kind: TargetKind, request: Titled, runId?: string): string =>
  titles[kind](request, runId);

/** Name of the main target. */
export const mainTargetTitleOf = (
  request: Named & Pick<SetupRequest, 'target' | 'targetName'>,
  runId: string,
): string => targetTitleOf(mainTargetOf(request), request, runId);
