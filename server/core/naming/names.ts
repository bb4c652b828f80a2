import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { deploymentName } from '../../../common/fields';
import { unlessSetupError } from '../../../common/problem';
import type { ReasonCode } from '../../../common/recommendation';
import type { AccountKind } from '../../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { ExistingTarget } from '../targets/target';
import { createGroup, groupWithPermissions, isAllowed } from '../permissions/permissions';

const groupName = 'kibana-openai';

/** Number of names to try before the person has to choose one. */
const attempts = 3;

/** Derived from the subscription, so the suggestion stays the same. */
function suggestion(subscriptionId: string, attempt: number): string {
  const digest = createHash('sha256').update(`${subscriptionId}/${attempt}`).digest('hex');
  return `${groupName}-${digest.slice(0, 6)}`;
}

/** A name that is available as account name and endpoint name. */
export async function freeAccountName(
  azure: Azure,
  subscriptionId: string,
  kind: AccountKind,
): Promise<string> {
  const names = Array.from({ length: attempts }, (_, index) => suggestion(subscriptionId, index));
  const free = await Promise.all(
    names.map((name) => unlessSetupError(azure.isSubdomainFree(subscriptionId, name, kind))),
  );
  const found = names.find((_, index) => free[index] !== false);
  return found ?? suggestion(`${subscriptionId}/${Date.now()}`, attempts);
}

/** A new group or, without permission to create groups, an existing one, preferably with the needed permissions. */
export async function chooseResourceGroup(
  azure: Azure,
  subscriptionId: string,
  keyless: boolean,
): Promise<[name: string, code: ReasonCode]> {
  const [groups, permissions] = await Promise.all([
    azure.resourceGroups(subscriptionId),
    unlessSetupError(azure.permissions({ subscriptionId })),
  ]);
  const mayCreate = permissions === undefined || isAllowed(permissions, createGroup);
  const [existing] = groups;
  if (!mayCreate && existing) {
    const usable = await unlessSetupError(groupWithPermissions(azure, subscriptionId, keyless));
    return [usable ?? existing.resourceGroup, 'existing_resource_group'];
  }
  const ours = groups.find(({ resourceGroup }) => resourceGroup.toLowerCase() === groupName);
  return ours ? [ours.resourceGroup, 'existing_resource_group'] : [groupName, 'new_resource_group'];
}

/**
 * The name, or its first numbered form that is available, with at most `longest` characters. Azure ignores case.
 */
export function freeName(name: string, existing: readonly string[], longest: number): string {
  const taken = new Set(existing.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    free = withEnd(name, `-${number}`, longest);
  }
  return free;
}

/** Truncates the name to fit the suffix. */
const withEnd = (name: string, end: string, longest: number): string =>
  `${name.slice(0, longest - end.length).trimEnd()}${end}`;

const longestTargetName = 100;

/** The name, or its first numbered form that no target in the space has. */
export function freeTargetName(name: string, existing: readonly ExistingTarget[]): string {
  const taken = new Set(existing.map((target) => target.name));
  const base = name.replace(/ \(\d{1,2}\)$/, '');
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    free = withEnd(base, ` (${number})`, longestTargetName);
  }
  return free;
}

/** A model's name can be longer than a target's: fine-tuned models have long ones. */
export const targetNameFor = (modelName: string): string =>
  `Azure OpenAI - ${modelName.replace(/^gpt/, 'GPT')}`.slice(0, longestTargetName).trimEnd();

/** A valid deployment name from the model's name, which can have any characters. */
export function deploymentNameFor(modelName: string): string {
  const fitting = modelName
    .slice(0, 64)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .replace(/(?<=[A-Za-z0-9_])[.-]+$/, '');
  return v.is(deploymentName, fitting) ? fitting : 'chat';
}
