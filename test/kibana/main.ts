import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { finite, object, record } from '../shapes';
import { hardenPrototypes } from './harden_prototypes';
import { startHost } from './host';
import { createLogger } from './logging';
import { readSettings } from './config/settings';

/** The process: reads its options from `KIBANA_HOST_OPTIONS`, tells its parent the URL, ends on SIGTERM. */
const optionsSchema = object({
  home: v.string(),
  port: finite,
  version: v.string(),
  nodeName: v.string(),
  settings: record(v.unknown()),
});

async function main() {
  hardenPrototypes();
  const given = v.parse(optionsSchema, JSON.parse(process.env['KIBANA_HOST_OPTIONS'] ?? '{}'));
  delete process.env['KIBANA_HOST_OPTIONS'];
  const file = path.join(given.home, 'data', 'kibana.log');
  mkdirSync(path.dirname(file), { recursive: true });
  let log = createLogger({ file, root: 'info', loggers: [] });

  /** As in production, an uncaught error ends the process. */
  const die = (error: unknown) => {
    log.fatal(error instanceof Error ? error : new Error(String(error)));
    process.exit(1);
  };
  process.on('unhandledRejection', die);
  process.on('uncaughtException', die);

  const { settings, rest } = readSettings(given.settings);
  log = createLogger({
    file,
    root: settings['logging.root.level'],
    loggers: settings['logging.loggers'],
  });
  const host = await startHost({ ...given, settings, rest, log });

  const stop = () => {
    log.get('root').info('SIGTERM received - initiating shutdown');
    host.stop().then(() => process.exit(0), die);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Stop when the parent process is gone.
  process.once('disconnect', stop);
  process.send?.({ url: host.url });
}

void main();
