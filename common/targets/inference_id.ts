import type { SetupRequest } from '../setup_request';
import { mainTargetOf, type TargetKind } from './targets';

type Named = Pick<SetupRequest, 'deploymentName'>;

const prefix = 'azure-openai-';

/** Elasticsearch takes at most 64 characters of an id. */
const longestId = 64;

/** Digits of the run's id. */
const digits = 8;

/** Lower-case letters, digits, hyphens, underscores and periods, of which the first is a letter or digit. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');

/**
 * Id of the inference endpoint. Kibana shows it as the name, so it says what it calls: `azure-openai-`, the deployment,
 * and the first 8 digits of the run's id. Without a run, the beginning of that. Matches
 * `^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$`.
 */
export function inferenceIdOf({ deploymentName }: Named, runId?: string): string {
  const end = runId ? `-${runId.toLowerCase().slice(0, digits)}` : '';
  const slug = slugOf(deploymentName).slice(0, longestId - prefix.length - digits - 1);
  return `${prefix}${slug.replace(/[^a-z0-9]$/, '') || 'chat'}${end}`;
}

/** Id of a target of a run: a connector has the run's own. */
export const targetIdOf = (kind: TargetKind, request: Named, runId: string): string =>
  kind === 'connector' ? runId : inferenceIdOf(request, runId);

/** Id of the target that is asked, probed and made the default model. */
export const mainTargetIdOf = (
  request: Named & Pick<SetupRequest, 'target'>,
  runId: string,
): string => targetIdOf(mainTargetOf(request), request, runId);

/** Name of a target, as Kibana shows it. Without a run, the beginning of that. */
export const targetTitleOf = (
  kind: TargetKind,
  request: Named & Pick<SetupRequest, 'targetName'>,
  runId?: string,
): string => (kind === 'connector' ? request.targetName : inferenceIdOf(request, runId));

/** Name of the target that is asked, probed and made the default model. */
export const mainTargetTitleOf = (
  request: Named & Pick<SetupRequest, 'target' | 'targetName'>,
  runId: string,
): string => targetTitleOf(mainTargetOf(request), request, runId);
