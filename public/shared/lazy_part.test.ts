import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/paths';
import { projectFiles } from '../../test/support/project_files';

/** These contain the heading of a screen, which takes the focus when it mounts. */
const screens = new Set(['ProgressScreen', 'DoneScreen']);

const uses = projectFiles(['public']).flatMap((file) => {
  const source = readFileSync(inProject(file), 'utf8');
  const parts = [...source.matchAll(/const (\w+) = lazyPart\(/g)].map(([, name = '']) => name);
  return parts.filter((part) => !screens.has(part)).map((part) => ({ file, source, part }));
});

// While a part loads, React hides the rest of its boundary, and hidden elements lose the focus.
test.each(uses)('$part of $file has a boundary of its own', ({ source, part }) => {
  const all = [...source.matchAll(new RegExp(`<${part}\\b`, 'g'))];
  const bounded = [
    ...source.matchAll(
      new RegExp(`<Suspense fallback=\\{(?:null|<\\w+[^>]*/>)\\}>\\s*<${part}\\b`, 'g'),
    ),
  ];
  expect(all.length).toBeGreaterThan(0);
  expect(bounded).toHaveLength(all.length);
});
