import { normalLocation } from '../../catalogue/regions';
import { cloudNames, type Cloud } from '../../hosts';
import { nowOf, type SimulatorState } from '../../state';
import type { SimAccount } from '../../worlds/world';
import { accountId } from '../call';
import { deploymentState } from './deployments/deployment_state';

type AccountState = 'Creating' | 'ResolvingDNS' | 'Updating' | 'Succeeded' | 'Failed';

/** Provisioning state of an account; the last fifth of a creation is name resolution. */
export function accountState(state: SimulatorState, account: SimAccount): AccountState {
  const now = nowOf(state);
  if (now >= account.readyAt) {
    if (now < (account.updatingUntil ?? 0)) return 'Updating';
    return account.failure ? 'Failed' : 'Succeeded';
  }
  const dnsFrom = account.readyAt - (account.readyAt - account.createdAt) / 5;
  return now >= dnsFrom ? 'ResolvingDNS' : 'Creating';
}

/** An account takes one write at a time, those of its deployments included. */
export const isBusy = (state: SimulatorState, account: SimAccount): boolean =>
  ['Creating', 'ResolvingDNS', 'Updating'].includes(accountState(state, account)) ||
  account.deployments.some((deployment) =>
    ['Accepted', 'Creating'].includes(deploymentState(state, deployment)),
  );

const openAiApis = [
  'OpenAI Language Model Instance API',
  'OpenAI Dall-E API',
  'OpenAI Whisper API',
  'OpenAI Model Scaleset API',
  'OpenAI Realtime API',
  'Azure OpenAI Legacy API - Latest moniker',
  'Token Service API',
];

/** The account's own endpoint and the list of endpoints by API. */
function endpointsOf(cloud: Cloud, account: SimAccount) {
  const names = cloudNames[cloud];
  const label = account.customSubDomainName;
  const regional = `https://${normalLocation(account.location)}.${names.regional}/`;
  if (label === undefined)
    return { endpoint: regional, endpoints: { [openAiApis[0] ?? '']: regional } };
  const openAi = `https://${label}.${names.openAi}/`;
  const cognitive = `https://${label}.${names.cognitive}/`;
  if (account.kind === 'OpenAI')
    return {
      endpoint: openAi,
      endpoints: Object.fromEntries(openAiApis.map((api) => [api, openAi])),
    };
  if (account.kind !== 'AIServices')
    return { endpoint: cognitive, endpoints: { [account.kind]: cognitive } };
  return {
    endpoint: cognitive,
    endpoints: {
      ...Object.fromEntries(openAiApis.map((api) => [api, openAi])),
      ...(names.foundry ? { 'AI Foundry API': `https://${label}.${names.foundry}/` } : {}),
      'Computer Vision': cognitive,
      'Speech Services Speech to Text': cognitive,
    },
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

/** The account as ARM shows it; `shown` overrides the state, for the answer of its creation. */
export function accountJson(
  state: SimulatorState,
  cloud: Cloud,
  account: SimAccount,
  shown?: AccountState,
) {
  return {
    id: accountId(account),
    name: account.name,
    type: 'Microsoft.CognitiveServices/accounts',
    etag: account.etag,
    location: account.location,
    kind: account.kind,
    sku: { name: account.skuName },
    tags: account.tags,
    ...(account.identity ? { identity: account.identity } : {}),
    systemData: {
      createdBy: account.createdBy,
      createdByType: account.createdBy.includes('@') ? 'User' : 'Application',
      createdAt: iso(account.createdAt),
      lastModifiedAt: iso(account.createdAt),
    },
    properties: {
      provisioningState: shown ?? accountState(state, account),
      ...endpointsOf(cloud, account),
      internalId: account.operationId.replaceAll('-', ''),
      dateCreated: iso(account.createdAt),
      ...(account.customSubDomainName === undefined
        ? {}
        : { customSubDomainName: account.customSubDomainName }),
      publicNetworkAccess: account.publicNetworkAccess,
      ...(account.networkAcls ? { networkAcls: account.networkAcls } : {}),
      ...(account.disableLocalAuth ? { disableLocalAuth: true } : {}),
      privateEndpointConnections: [],
      apiProperties: {},
      isMigrated: false,
      allowProjectManagement: account.allowProjectManagement,
      capabilities: [{ name: 'VirtualNetworks' }, { name: 'CustomerManagedKey' }],
      callRateLimit: {
        rules: [
          {
            key: 'openai.dalle.post',
            renewalPeriod: 1,
            count: 30,
            matchPatterns: [{ path: 'dalle/*', method: 'POST' }],
          },
        ],
      },
    },
  };
}
