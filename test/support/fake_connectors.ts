import { SetupError } from '../../common/problem';
import type {
  Answer,
  ConnectorHome,
  Connectors,
  NewOpenAiConnector,
} from '../../server/core/targets/connectors';

export interface FakeConnectors extends Connectors {
  stored: Map<string, NewOpenAiConnector>;
  /** What the model says to the next questions; afterwards it answers. */
  answers: Answer[];
  asked: number;
}

const answered: Answer = {
  status: 'answered',
  answer: { text: 'Hello', model: 'gpt-5.2', promptTokens: 8, completionTokens: 2 },
};

const home: ConnectorHome = {
  canEncrypt: true,
  license: 'trial',
  licenseSufficient: true,
  typeEnabled: true,
  canSave: true,
  apiKeysEnabled: true,
  isUrlAllowed: () => true,
};

/** Kibana's connectors in memory. */
export function createFakeConnectors(given: Partial<ConnectorHome> = {}): FakeConnectors {
  const stored = new Map<string, NewOpenAiConnector>();
  const fake: FakeConnectors = {
    stored,
    answers: [],
    asked: 0,
    home: async () => ({ ...home, ...given }),
    get: async (id) => stored.get(id),
    list: async () => [...stored.values()],
    async create(connector) {
      if (stored.has(connector.id)) throw new SetupError({ code: 'connector_conflict' });
      stored.set(connector.id, connector);
    },
    async update(connector) {
      stored.set(connector.id, connector);
    },
    async delete(id) {
      stored.delete(id);
    },
    reach: async () => ({ status: 'reached' }),
    probe: async (_id, probe) => ({ probe, status: 'pass' }),
    async ask(id) {
      fake.asked += 1;
      if (!stored.has(id)) throw new Error(`no connector ${id}`);
      return fake.answers.shift() ?? answered;
    },
  };
  return fake;
}
