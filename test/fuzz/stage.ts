import { secretMarker } from '../azure';
import { signIn } from '../routes/support/ask';
import { setUpAzureKibana } from '../routes/support/azure_kibana';
import { fuzzBodies } from './bodies';
import { memoryMb, mostMemoryMb, table, type Finding } from './findings';
import { fuzzRounds } from './rounds';

interface FuzzOptions {
  seed: number;
  /** Mutated inputs for each route. */
  perRoute: number;
  /** Rounds of hostile answers. */
  rounds: number;
}

/** One line of a log for each secret in it would flood the table. */
const inLog = (log: string): Finding[] => {
  const lines = log.split('\n').filter((line) => line.includes(secretMarker));
  return lines.slice(0, 5).map((line) => ({ where: 'kibana.log', what: line.slice(0, 200) }));
};

/** Unnamed failures, each once with its location. */
const withTraces = (log: string, failures: readonly string[]): Finding[] => {
  const lines = log.split('\n');
  const traces = failures.map((failure) => {
    const at = lines.indexOf(failure) + 1;
    return lines
      .slice(at, at + 3)
      .join('')
      .replace(/\s+/g, ' ');
  });
  return [...new Set(traces)].map((trace, index) => ({
    where: 'kibana.log',
    what: `${failures[index] ?? ''}${trace}`,
  }));
};

/** Task Manager logs a tick whose task was removed meanwhile, as undo does; that is no failure of the plugin. */
const isOurs = (line: string): boolean =>
  line.includes('[plugins.azureOpenaiSetup]') || /500 Server Error|FATAL/.test(line);

const tasks = { 'host.taskTimeScale': 0.02, 'xpack.task_manager.poll_interval': 100 };

/** Fuzzes a Kibana with a simulated Azure; returns the findings and the tables. */
export async function fuzz(options: FuzzOptions) {
  const { seed, perRoute, rounds } = options;
  const env = await setUpAzureKibana();
  try {
    const kibana = await env.start({ settings: tasks });
    let alive = true;
    void kibana.closed.then(() => (alive = false));
    const session = await signIn(kibana, { as: 'setup_admin' });
    const before = memoryMb(kibana.pid);
    const bodies = await fuzzBodies(kibana, { seed, perRoute, session, as: 'setup_admin' });
    const answers = await fuzzRounds(kibana, env.simulator, { seed, rounds, as: 'elastic' });
    const findings = [...bodies.findings, ...answers.findings, ...inLog(await env.log())];
    if (!alive) findings.push({ where: 'kibana', what: 'the process is gone' });
    const grown = alive ? memoryMb(kibana.pid) - before : 0;
    if (grown > mostMemoryMb) findings.push({ where: 'kibana', what: `${grown} MB more memory` });
    const failures = (await env.failures()).filter(isOurs);
    findings.push(...withTraces(await env.log(), failures));
    const tables = `Mutated input\n${table(bodies.tallies)}\n\nHostile answers of Azure\n${table(answers.tallies)}`;
    return { findings, report: `${tables}\n\nMemory: ${before} MB before, ${grown} MB more after` };
  } finally {
    await env.clear();
  }
}
