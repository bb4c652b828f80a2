import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { object } from '../../shapes';
import { openDocuments } from './documents';
import { isConflict, isNotFound } from './saved_object_errors';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('documents', () => {
  let folder: string;
  const open = () => openDocuments(folder, 'note', object({ text: v.string() }));

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are seen by every process that opens the folder', () => {
    const [one, other] = [open(), open()];
    const { version } = one.create('a/b:c', { text: 'first' });
    expect(other.all()).toEqual([{ id: 'a/b:c', version, attributes: { text: 'first' } }]);
    other.update('a/b:c', { text: 'second' }, version);
    expect(one.get('a/b:c').attributes.text).toBe('second');
    one.delete('a/b:c');
    expect(isNotFound(thrownBy(() => other.get('a/b:c')))).toBe(true);
    expect(other.all()).toEqual([]);
  });

  it('cannot be created twice, nor changed with an old version', () => {
    const documents = open();
    const first = documents.create('a', { text: '1' });
    expect(isConflict(thrownBy(() => documents.create('a', { text: '2' })))).toBe(true);
    const second = documents.update('a', { text: '2' });
    expect(isConflict(thrownBy(() => documents.update('a', { text: '3' }, first.version)))).toBe(
      true,
    );
    documents.delete('a');
    expect(isNotFound(thrownBy(() => documents.update('a', { text: '3' }, second.version)))).toBe(
      true,
    );
    expect(isNotFound(thrownBy(() => documents.delete('a')))).toBe(true);
  });

  it('never get back a version that they had before they were deleted', () => {
    const documents = open();
    const versions = [documents.create('a', { text: '1' }).version];
    documents.delete('a');
    versions.push(documents.create('a', { text: '1' }).version);
    expect(new Set(versions).size).toBe(2);
  });

  it('are not disturbed by what a killed writer left, and leave little behind', () => {
    const documents = open();
    documents.create('a', { text: '0' });
    writeFileSync(path.join(folder, '.half.draft'), '{"attr');
    for (let n = 1; n <= 30; n += 1) documents.update('a', { text: String(n) });
    expect(documents.all()).toMatchObject([{ id: 'a', attributes: { text: '30' } }]);
    expect(readdirSync(folder).length).toBeLessThan(10);
  });
});
