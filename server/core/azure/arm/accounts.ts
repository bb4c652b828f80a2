import * as v from 'valibot';
import { isFailure, SetupError } from '../../../../common/problem';
import type { Cloud } from '../../../../common/sign_in';
import {
  accountShape,
  cognitiveApi,
  networkPatch,
  openAiKind,
  toAccount,
  toDeleted,
  type ArmAccount,
} from './account_shape';
import type { ArmConnection } from './connection';
import { orAbsent, translating } from './errors/errors';
import { entriesOf, requiredText } from './answers/shapes';
import type { AccountRef, Azure } from '../azure';
import { accountPath } from '../arm_paths';
import { accountResource, accountType } from '../resources/account';

const keysShape = v.object({ key1: requiredText });

const deletedPath = (
  { subscriptionId, resourceGroup, accountName }: AccountRef,
  location: string,
) =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${encodeURIComponent(location)}` +
  `/resourceGroups/${encodeURIComponent(resourceGroup)}/deletedAccounts/${encodeURIComponent(accountName)}`;

const servesOpenAi = ({ kind }: ArmAccount): boolean => openAiKind(kind) !== undefined;

/**
 * Cognitive Services accounts. Each write is one plain request, because the SDK's pollers follow a status URL outside
 * the resource group, where the person can lack permissions.
 */
export function armAccounts(connection: ArmConnection, cloud: Cloud) {
  const { cognitive, send, put, read, list, asking, reading, listing } = connection;
  const hasDeployments = (ref: AccountRef) =>
    translating(ref, async () => {
      const path = `${accountPath(ref)}/deployments?${cognitiveApi}`;
      return (await list(path)).length > 0;
    });

  return {
    accounts: (subscriptionId) =>
      translating({ subscriptionId }, async () => {
        const pages = cognitive(subscriptionId).accounts.list(listing());
        const found = await entriesOf(accountShape, pages);
        return found.filter(servesOpenAi).map((account) => toAccount(cloud, account));
      }),
    account: (ref) =>
      orAbsent(
        translating(ref, async () => {
          const { accounts } = cognitive(ref.subscriptionId);
          const { resourceGroup, accountName } = ref;
          const found = await accounts.get(resourceGroup, accountName, reading());
          return toAccount(cloud, v.parse(accountShape, found));
        }),
      ),
    createAccount: (wanted) => translating(wanted, () => put(accountResource(wanted)), 'account'),
    updateAccountNetwork: (changed) =>
      translating(changed, async () => {
        const path = `${accountPath(changed)}?${cognitiveApi}`;
        await send('PATCH', path, networkPatch(await read(path), changed));
      }),
    async deleteAccount(ref) {
      const path = `${accountPath(ref)}?${cognitiveApi}`;
      try {
        await orAbsent(translating(ref, () => send('DELETE', path)));
      } catch (error) {
        // For a while, ARM still counts deleted deployments.
        if (!isFailure(error, 'resource_not_empty') || (await hasDeployments(ref))) throw error;
        const detail = { ...error.problem.detail, deployments: 0 };
        throw new SetupError({ ...error.problem, code: 'account_busy', detail });
      }
    },
    deletedAccount: (ref, location) =>
      orAbsent(
        translating({ ...ref, location }, async () => {
          const { deletedAccounts } = cognitive(ref.subscriptionId);
          const { resourceGroup, accountName } = ref;
          const found = await deletedAccounts.get(location, resourceGroup, accountName, reading());
          return toDeleted(v.parse(accountShape, found));
        }),
      ),
    async deletedAccounts(subscriptionId) {
      const read = async () =>
        entriesOf(accountShape, cognitive(subscriptionId).deletedAccounts.list(listing()));
      const found = await orAbsent(translating({ subscriptionId }, read), [
        'provider_not_registered',
      ]);
      return (found ?? []).map(toDeleted);
    },
    restoreAccount: (ref, location) =>
      translating(
        { ...ref, location },
        async () => {
          const body = { location, properties: { restore: true } };
          await send('PUT', `${accountPath(ref)}?${cognitiveApi}`, body);
        },
        'account',
      ),
    async purgeAccount(ref, location) {
      const path = `${deletedPath(ref, location)}?${cognitiveApi}`;
      await orAbsent(translating({ ...ref, location }, () => send('DELETE', path)));
    },
    accountKey: (ref) =>
      translating(
        ref,
        async () => {
          const { accounts } = cognitive(ref.subscriptionId);
          const found = await accounts.listKeys(ref.resourceGroup, ref.accountName, asking());
          return v.parse(keysShape, found).key1;
        },
        'key',
      ),
    isSubdomainFree: (subscriptionId, subdomain, kind) =>
      translating({ subscriptionId }, async () => {
        const answer = await cognitive(subscriptionId).checkDomainAvailability(
          subdomain,
          accountType,
          { kind, ...asking() },
        );
        const { isSubdomainAvailable: isFree } = answer;
        if (typeof isFree !== 'boolean') throw new SetupError({ code: 'azure_error' });
        return isFree;
      }),
  } satisfies Partial<Azure>;
}
