import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../scripts/paths';

/** The rows of a contract, each by its cells: id, rule, minors, source, verified, implemented in, test. */
const rowsOf = (contract: string) =>
  readFileSync(inProject(contract), 'utf8')
    .split('\n')
    .filter((line) => /^\| [A-Z]+\d+ /.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

/** The files that a cell names; a path is the project's, or begins in the stand-in's folder. */
const missingIn = (cell: string, folder: string) =>
  [...cell.matchAll(/`([\w./-]+\.tsx?)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(inProject(file)) && !existsSync(inProject(`${folder}/${file}`)));

test.each(['test/kibana', 'test/azure'])(
  '%s/CONTRACT.md has whole rows with ids of their own, and names files that exist',
  (folder) => {
    const rows = rowsOf(`${folder}/CONTRACT.md`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((cells) => cells.length !== 7 || cells[1] === '')).toEqual([]);
    const ids = rows.map(([id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const files = rows.flatMap(([, , , , , played = '', tests = '']) => [played, tests]);
    expect(files.flatMap((cell) => missingIn(cell, folder))).toEqual([]);
  },
);
