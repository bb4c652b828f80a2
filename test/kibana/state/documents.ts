import { existsSync, mkdirSync, readFileSync, readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { object } from '../../shapes';
import { createFile, isFileError } from './create_file';
import { conflictError, existsError, notFoundError } from './saved_object_errors';

export interface Stored<T> {
  id: string;
  version: string;
  attributes: T;
}

const keptRevisions = 4;

/** Documents of one type with optimistic versions, shared by all nodes and safe against a kill at any moment. */
export interface Documents<T> {
  get(id: string): Stored<T>;
  all(): Array<Stored<T>>;
  create(id: string, attributes: T): Stored<T>;
  /** Without a version the last writer wins. */
  update(id: string, attributes: T, version?: string): Stored<T>;
  delete(id: string): void;
}

/**
 * Revision n of a document is the file `<id>.<n>.json`. A writer links a finished file to the next revision's name,
 * which fails if another process wrote it first: no lock, and no half-written revision. Only a few old revisions are
 * kept, so a delayed writer finds its base revision gone and detects the conflict.
 */
export function openDocuments<T>(
  folder: string,
  type: string,
  attributes: v.GenericSchema<unknown, T>,
): Documents<T> {
  mkdirSync(folder, { recursive: true });
  const revision = object({ attributes: v.nullable(attributes) });

  const fileOf = (id: string, n: number) =>
    path.join(folder, `${encodeURIComponent(id)}.${n}.json`);

  function revisions(): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const name of readdirSync(folder)) {
      const [, id, n] = /^(.+)\.(\d+)\.json$/.exec(name) ?? [];
      if (id === undefined) continue;
      const key = decodeURIComponent(id);
      found.set(key, [...(found.get(key) ?? []), Number(n)]);
    }
    return found;
  }

  /** Retries if a newer revision replaces the file between listing and reading. */
  function read(id: string, list = revisions()): { n: number; attributes: T | null } {
    const n = Math.max(0, ...(list.get(id) ?? []));
    if (n === 0) return { n, attributes: null };
    try {
      return { n, ...v.parse(revision, JSON.parse(readFileSync(fileOf(id, n), 'utf8'))) };
    } catch (error) {
      if (isFileError(error, 'ENOENT')) return read(id);
      throw error;
    }
  }

  /** False if another writer created revision n first. */
  function write(id: string, n: number, content: T | null): boolean {
    if (!createFile(fileOf(id, n), JSON.stringify({ attributes: content }))) return false;
    if (n > 1 && !existsSync(fileOf(id, n - 1))) {
      removeQuietly(fileOf(id, n));
      return false;
    }
    for (const old of revisions().get(id) ?? []) {
      if (old < n - keptRevisions) removeQuietly(fileOf(id, old));
    }
    return true;
  }

  return {
    get(id) {
      const current = read(id);
      if (current.attributes === null) throw notFoundError(type, id);
      return { id, version: versionOf(current.n), attributes: current.attributes };
    },
    all() {
      const list = revisions();
      return [...list.keys()].flatMap((id) => {
        const current = read(id, list);
        if (current.attributes === null) return [];
        return [{ id, version: versionOf(current.n), attributes: current.attributes }];
      });
    },
    create(id, content) {
      const current = read(id);
      if (current.attributes !== null || !write(id, current.n + 1, content)) {
        throw existsError(type, id);
      }
      return { id, version: versionOf(current.n + 1), attributes: content };
    },
    update(id, content, version) {
      for (;;) {
        const current = read(id);
        if (current.attributes === null) throw notFoundError(type, id);
        if (version !== undefined && version !== versionOf(current.n)) {
          throw conflictError(type, id);
        }
        if (write(id, current.n + 1, content)) {
          return { id, version: versionOf(current.n + 1), attributes: content };
        }
        if (version !== undefined) throw conflictError(type, id);
      }
    },
    delete(id) {
      for (;;) {
        const current = read(id);
        if (current.attributes === null) throw notFoundError(type, id);
        if (write(id, current.n + 1, null)) return;
      }
    },
  };
}

/** The documents in a folder of a Kibana's `data`, read as its nodes do: a file can go while it is read. */
export const storedDocuments = (home: string, folder: string): Array<Stored<unknown>> =>
  openDocuments(path.join(home, 'data', folder), folder, v.unknown()).all();

const versionOf = (n: number) => Buffer.from(JSON.stringify([n, 1])).toString('base64');

function removeQuietly(file: string) {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
  }
}
