import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Part of the address of every script, which browsers keep for a year: it changes with Kibana's version
 * and, as the host's own scripts change without one, with what is in their folder.
 */
export function hashBuild(version: string, folder: string): string {
  const hash = createHash('sha256').update(version);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files)
    hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
