import { appendFileSync } from 'node:fs';
import type { LogMeta, Logger } from '@kbn/core/server';

const levels = ['off', 'fatal', 'error', 'warn', 'info', 'debug', 'all'] as const;
type Level = (typeof levels)[number];
const rank = (level: string) => levels.findIndex((one) => one === level);

interface LogOptions {
  file: string;
  root: string;
  loggers: Array<{ name: string; level: string }>;
}

/** Writes Kibana's line layout to the file and to stdout; the meta follows as JSON, so that nothing is hidden. */
export function createLogger(options: LogOptions): Logger & { fatal(error: unknown): void } {
  const limitOf = (name: string) => {
    const special = options.loggers
      .filter((one) => name === one.name || name.startsWith(`${one.name}.`))
      .sort((a, b) => b.name.length - a.name.length)[0];
    return rank(special?.level ?? options.root);
  };
  const write = (level: Level, name: string, message: unknown, meta?: unknown) => {
    if (rank(level) > limitOf(name)) return;
    const text = message instanceof Error ? (message.stack ?? message.message) : textOf(message);
    const suffix = meta === undefined ? '' : ` ${JSON.stringify(meta)}`;
    const line = `[${new Date().toISOString()}][${level.toUpperCase().padEnd(5)}][${name}] ${text}${suffix}\n`;
    appendFileSync(options.file, line);
    process.stdout.write(line);
  };
  const loggerNamed = (name: string): Logger => ({
    debug: (message: string, meta?: LogMeta) => write('debug', name, message, meta),
    info: (message: string, meta?: LogMeta) => write('info', name, message, meta),
    warn: (message: string, meta?: LogMeta) => write('warn', name, message, meta),
    error: (message: string | Error, meta?: LogMeta) => write('error', name, message, meta),
    get: (...context: string[]) => loggerNamed([name, ...context].filter(Boolean).join('.')),
  });
  return {
    ...loggerNamed('root'),
    get: (...context: string[]) => loggerNamed(context.join('.')),
    fatal: (error) => write('fatal', 'root', error),
  };
}

const textOf = (message: unknown) =>
  String(typeof message === 'function' ? Reflect.apply(message, undefined, []) : message);
