import * as v from 'valibot';
import * as fields from '../../../../common/fields';
import { cognitiveApi } from './account_shape';
import type { ArmConnection } from './connection';
import { orAbsent, translating } from './errors/errors';
import {
  entriesOf,
  number,
  objectOf,
  requiredText,
  tags,
  text,
  textsByName,
} from './answers/shapes';
import { toState } from './answers/normalize';
import type { Azure, Deployment } from '../azure';
import { deploymentPath } from '../arm_paths';
import { capacityBody, deploymentResource } from '../resources/deployment';

const deploymentShape = v.object({
  name: requiredText,
  tags,
  sku: objectOf({ name: text, capacity: number }),
  properties: objectOf({
    provisioningState: text,
    model: objectOf({ name: text, version: text }),
    versionUpgradeOption: text,
    capabilities: textsByName,
  }),
});

/** Azure lists only the supported capabilities of a deployment; some types list none. */
function chats(capabilities: Readonly<Record<string, string>>): boolean | undefined {
  if (Object.keys(capabilities).length === 0) return undefined;
  return capabilities.chatCompletion === 'true';
}

function toDeployment(found: v.InferOutput<typeof deploymentShape>): Deployment {
  const { properties, sku } = found;
  const upgrade = properties.versionUpgradeOption;
  return {
    deploymentName: found.name,
    modelName: properties.model.name ?? '',
    modelVersion: properties.model.version ?? '',
    deploymentType: sku.name ?? '',
    capacity: sku.capacity ?? 0,
    state: toState(properties.provisioningState),
    chatCompletion: chats(properties.capabilities),
    versionUpgradeOption: v.is(fields.versionUpgradeOption, upgrade) ? upgrade : undefined,
    tags: found.tags,
  };
}

/** Model deployments of an account. */
export function armDeployments({ cognitive, send, put, reading, listing }: ArmConnection) {
  return {
    deployments: (ref) =>
      translating(ref, async () => {
        const { deployments } = cognitive(ref.subscriptionId);
        const pages = deployments.list(ref.resourceGroup, ref.accountName, listing());
        return (await entriesOf(deploymentShape, pages)).map(toDeployment);
      }),
    deployment: (ref) =>
      orAbsent(
        translating(ref, async () => {
          const { resourceGroup, accountName, deploymentName } = ref;
          const { deployments } = cognitive(ref.subscriptionId);
          const found = await deployments.get(
            resourceGroup,
            accountName,
            deploymentName,
            reading(),
          );
          return toDeployment(v.parse(deploymentShape, found));
        }),
      ),
    createDeployment: (wanted) =>
      translating(wanted, () => put(deploymentResource(wanted)), 'deployment'),
    updateDeploymentCapacity: (wanted) =>
      translating(
        wanted,
        async () => {
          const path = `${deploymentPath(wanted)}?${cognitiveApi}`;
          await send('PATCH', path, capacityBody(wanted));
        },
        'deployment',
      ),
    async deleteDeployment(ref) {
      const path = `${deploymentPath(ref)}?${cognitiveApi}`;
      await orAbsent(translating(ref, () => send('DELETE', path)));
    },
  } satisfies Partial<Azure>;
}
