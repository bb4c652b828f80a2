import type { OfferedModel, OfferedSku, Usage } from '../../server/core/azure/azure';
import type { LifecycleStatus } from '../../server/core/azure/azure_catalog';
import { kept } from '../azure';

interface ModelLine {
  modelName: string;
  modelVersion: string;
  lifecycleStatus: LifecycleStatus;
  isDefaultVersion?: boolean;
  chatCompletion?: boolean;
  responses?: boolean;
  contextTokens?: number;
  retiresAt?: string;
  types: string[];
}

const lines: ModelLine[] = [
  {
    modelName: 'gpt-5.2',
    modelVersion: '2025-12-11',
    lifecycleStatus: 'GenerallyAvailable',
    isDefaultVersion: true,
    contextTokens: 400_000,
    retiresAt: '2027-06-08T00:00:00.000Z',
    types: ['GlobalStandard', 'DataZoneStandard', 'GlobalProvisionedManaged'],
  },
  {
    modelName: 'gpt-5.1',
    modelVersion: '2025-11-13',
    lifecycleStatus: 'GenerallyAvailable',
    isDefaultVersion: true,
    contextTokens: 400_000,
    retiresAt: '2027-05-15T00:00:00.000Z',
    types: ['GlobalStandard', 'DataZoneStandard', 'Standard'],
  },
  {
    modelName: 'gpt-5.6',
    modelVersion: '2026-03-05',
    lifecycleStatus: 'GenerallyAvailable',
    isDefaultVersion: true,
    contextTokens: 1_050_000,
    retiresAt: '2027-09-02T00:00:00.000Z',
    types: ['GlobalStandard', 'DataZoneStandard'],
  },
  {
    modelName: 'gpt-4.1',
    modelVersion: '2025-04-14',
    lifecycleStatus: 'Legacy',
    isDefaultVersion: true,
    contextTokens: 1_047_576,
    retiresAt: '2027-04-14T00:00:00.000Z',
    types: ['GlobalStandard', 'DataZoneStandard', 'Standard'],
  },
  {
    modelName: 'gpt-4o',
    modelVersion: '2024-11-20',
    lifecycleStatus: 'Legacy',
    isDefaultVersion: true,
    contextTokens: 128_000,
    retiresAt: '2027-04-14T00:00:00.000Z',
    types: ['GlobalStandard', 'Standard'],
  },
  {
    modelName: 'gpt-4o',
    modelVersion: '2024-05-13',
    lifecycleStatus: 'Deprecated',
    contextTokens: 128_000,
    retiresAt: '2026-10-01T00:00:00.000Z',
    types: ['GlobalStandard', 'Standard'],
  },
  {
    modelName: 'gpt-5-codex',
    modelVersion: '2025-09-15',
    lifecycleStatus: 'GenerallyAvailable',
    isDefaultVersion: true,
    chatCompletion: false,
    types: ['GlobalStandard'],
  },
  {
    modelName: 'text-embedding-3-small',
    modelVersion: '1',
    lifecycleStatus: 'GenerallyAvailable',
    isDefaultVersion: true,
    chatCompletion: false,
    responses: false,
    types: ['Standard'],
  },
];

/** Name of a quota row; in the catalogue's casing, which is not the usages' casing. */
const usageName = (type: string, model: string) => `OpenAI.${type}.${model}`;

function toSku(line: ModelLine, type: string): OfferedSku {
  return {
    deploymentType: type,
    usageName: usageName(type, line.modelName),
    minimum: 1,
    maximum: 30_000,
    step: 1,
    default: 10,
    tokensPerUnit: 1_000,
    ...(line.retiresAt ? { retiresAt: kept(line.retiresAt) } : {}),
  };
}

/** Every model twice, as Azure lists them: once for each kind of account. */
export const fakeModels = (): OfferedModel[] =>
  (['OpenAI', 'AIServices'] as const).flatMap((kind) =>
    lines.map(({ types, retiresAt, ...line }) => ({
      kind,
      isDefaultVersion: false,
      chatCompletion: true,
      responses: true,
      ...line,
      ...(retiresAt ? { retiresAt: kept(retiresAt) } : {}),
      skus: types.map((type) => toSku({ types, retiresAt, ...line }, type)),
    })),
  );

const limits: Record<string, number> = {
  GlobalStandard: 1_000,
  DataZoneStandard: 300,
  Standard: 300,
  GlobalProvisionedManaged: 0,
};

/** One row of good quota for every model and type that is offered. */
export const fakeUsages = (): Usage[] => {
  const names = new Map<string, Usage>();
  for (const line of lines) {
    for (const type of line.types) {
      const name = usageName(type, line.modelName).toLowerCase();
      names.set(name, { name, used: 0, limit: limits[type] ?? 0 });
    }
  }
  return [...names.values(), { name: 'openai.s0.accountcount', used: 0, limit: 30 }];
};
