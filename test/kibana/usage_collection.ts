import { appendFileSync } from 'node:fs';

interface Increment {
  counterName: string;
  counterType?: string;
  incrementBy?: number;
}

/** `data/usage.log`: one JSON line per increment, where Kibana stores daily sums and sends them if telemetry is on. */
export function createUsageCollection(file: string) {
  const domains = new Set<string>();
  const createUsageCounter = (domainId: string) => {
    if (domains.has(domainId)) {
      throw new Error(`Usage counter set "${domainId}" already exists.`);
    }
    domains.add(domainId);
    return {
      incrementCounter({ counterName, counterType = 'count', incrementBy = 1 }: Increment) {
        const line = { domainId, counterName, counterType, incrementBy };
        appendFileSync(file, `${JSON.stringify(line)}\n`);
      },
    };
  };
  return { setup: { createUsageCounter }, start: {} };
}
