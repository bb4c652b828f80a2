import { SetupError } from '../../common/problem';
import type {
  Answer,
  Readiness,
  Target,
  Targets,
  TargetSpec,
} from '../../server/core/targets/target';

interface FakeMemory {
  stored: Map<string, TargetSpec>;
  answers: Answer[];
  asked: number;
}
type FakeTarget = Target<'connector'> & FakeMemory;

const answered: Answer = {
  status: 'answered',
  answer: { text: 'Hello', model: 'gpt-5.2', promptTokens: 8, completionTokens: 2 },
};

const readiness: Readiness<'connector'> = {
  canEncrypt: true,
  license: 'trial',
  licenseSufficient: true,
  isEnabled: true,
  canCreate: true,
  apiKeysEnabled: true,
  allowsUrl: () => true,
};

/** Kibana's connectors in memory. */
export function createFakeTarget(given: Partial<Readiness<'connector'>> = {}): FakeTarget {
  const stored = new Map<string, TargetSpec>();
  const fake: FakeTarget = {
    stored,
    answers: [],
    asked: 0,
    readiness: async () => ({ ...readiness, ...given }),
    look: async (id) => stored.get(id),
    idsOf: (id) => [id],
    list: async () => [...stored.values()],
    async create(connector) {
      if (stored.has(connector.id)) throw new SetupError({ code: 'connector_conflict' });
      stored.set(connector.id, connector);
      return undefined;
    },
    async update(connector) {
      stored.set(connector.id, connector);
      return undefined;
    },
    async remove(id) {
      stored.delete(id);
    },
    reach: async () => ({ status: 'reached' }),
    probes: ['stream', 'tools'],
    probe: async (_id, probe) => ({ probe, status: 'pass' }),
    chat: async () => ({ text: 'Hello', isCut: false }),
    async ask(id) {
      fake.asked += 1;
      if (!stored.has(id)) throw new Error(`no connector ${id}`);
      return fake.answers.shift() ?? answered;
    },
  };
  return fake;
}

/** Inference endpoints in memory. */
export function createFakeEndpoint(
  given: Partial<Readiness<'inference_endpoint'>> = {},
): Target<'inference_endpoint'> & FakeMemory {
  const { license, licenseSufficient, canEncrypt, apiKeysEnabled } = readiness;
  return Object.assign(createFakeTarget(), {
    readiness: async () => ({
      ...{ license, licenseSufficient, canEncrypt, apiKeysEnabled },
      ...{ isSupported: true, canManage: true, canMonitor: true },
      ...given,
    }),
  });
}

/** Targets of both kinds. */
export const fakeTargets = (
  connector: Target<'connector'> = createFakeTarget(),
  endpoint: Target<'inference_endpoint'> = createFakeEndpoint(),
): Targets => ({ connector, inference_endpoint: endpoint });
