import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Creates the file in one step, so that no process reads a half-written one, not even after a kill.
 * False if the file exists: another process was first.
 */
export function createFile(file: string, content: string): boolean {
  const draft = path.join(path.dirname(file), `.${randomUUID()}.draft`);
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** The text of a file that nodes share, created by whichever of them needs it first. */
export function readOrCreate(file: string, make: () => string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  createFile(file, make());
  return readFileSync(file, 'utf8');
}

export const isFileError = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
