import { SetupError } from '../../common/problem';
import type { Answer, Readiness, Target, TargetSpec } from '../../server/core/targets/target';

export interface FakeTarget extends Target {
  stored: Map<string, TargetSpec>;
  answers: Answer[];
  asked: number;
}

const answered: Answer = {
  status: 'answered',
  answer: { text: 'Hello', model: 'gpt-5.2', promptTokens: 8, completionTokens: 2 },
};

const readiness: Readiness = {
  kind: 'connector',
  canEncrypt: true,
  license: 'trial',
  licenseSufficient: true,
  isEnabled: true,
  canCreate: true,
  apiKeysEnabled: true,
  allowsUrl: () => true,
};

/** Kibana's connectors in memory. */
export function createFakeTarget(given: Partial<Readiness> = {}): FakeTarget {
  const stored = new Map<string, TargetSpec>();
  const fake: FakeTarget = {
    stored,
    answers: [],
    asked: 0,
    readiness: async () => ({ ...readiness, ...given }),
    look: async (id) => stored.get(id),
    list: async () => [...stored.values()],
    async create(connector) {
      if (stored.has(connector.id)) throw new SetupError({ code: 'connector_conflict' });
      stored.set(connector.id, connector);
    },
    async update(connector) {
      stored.set(connector.id, connector);
    },
    async remove(id) {
      stored.delete(id);
    },
    reach: async () => ({ status: 'reached' }),
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
