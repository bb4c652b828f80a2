import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFile, readOrCreate } from './create_file';

describe('a file that nodes share', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'create-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the text of the node that created it first', () => {
    const file = path.join(folder, 'new', 'keystore');
    const late = () => {
      writeFileSync(file, 'first');
      return 'late';
    };
    expect(readOrCreate(file, late)).toBe('first');
    expect(readOrCreate(file, () => 'later')).toBe('first');
  });

  it('is created once and leaves no draft when two nodes create it', () => {
    const file = path.join(folder, 'uuid');
    expect([createFile(file, '1'), createFile(file, '2')]).toEqual([true, false]);
    expect(readOrCreate(file, () => '3')).toBe('1');
    expect(readdirSync(folder)).toEqual(['uuid']);
  });
});
