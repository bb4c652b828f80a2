import { readFileSync } from 'node:fs';
import path from 'node:path';
import { worldNames, worlds } from './worlds';

const rows = readFileSync(path.join(__dirname, '../README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each(worldNames)('%s is in the table of worlds', (name) => {
  const found = rows.filter(([, first]) => first === `\`${name}\``);
  expect(found).toHaveLength(1);
  const [, , description, seen] = found[0] ?? [];
  expect(description).toBe(worlds[name]().description);
  expect(seen).toMatch(/^[A-Z].*[.]$/);
});
