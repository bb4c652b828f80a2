import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { prepareHome } from '../kibana';

const run = promisify(execFile);

/** Requires the server in a separate process, as Kibana does on start. */
const script = `
  const before = process.memoryUsage().rss;
  const start = process.hrtime.bigint();
  require(process.argv[1]);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(JSON.stringify({ ms, rss: process.memoryUsage().rss - before }));
`;
const shape = v.object({ ms: v.number(), rss: v.number() });

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds and MiB that loading the server adds: the median of seven fresh processes. */
export async function measureRequire(server: string) {
  const home = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-require-'));
  try {
    await prepareHome({ home, plugin: path.dirname(server) });
    const entry = path.join(home, 'plugins/azureOpenaiSetup/server');
    const samples = [];
    for (let sample = 0; sample < 7; sample += 1) {
      const { stdout } = await run(process.execPath, ['-e', script, entry]);
      samples.push(v.parse(shape, JSON.parse(stdout)));
    }
    return {
      requireMs: Math.round(median(samples.map(({ ms }) => ms))),
      requireMiB: Math.round(median(samples.map(({ rss }) => rss)) / 1024 / 1024),
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
