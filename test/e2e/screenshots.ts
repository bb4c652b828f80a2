import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../scripts/paths';
import { runMain } from '../../scripts/run_main';
import { keylessWalk } from './support/keyless_walk';
import type { Person } from './support/person';
import { resize } from './support/screen_faults';
import { newestKibana, setStage } from './support/stage';
import { walk } from './support/walk';

const folder = inProject('screenshots');

const looks = [
  { name: 'light', dark: false, width: 1280, height: 720 },
  { name: 'dark_narrow', dark: true, width: 400, height: 800 },
] as const;

const walks = [
  ['established', walk],
  ['keys_off', keylessWalk],
] as const;

const fileName = (state: string) => state.replace(/[^a-z]+/gi, '_').replace(/_$/, '');

/** A screenshot of every state of the page, in both themes. */
async function takeScreenshots(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { name, dark, width, height } of looks) {
    const into = path.join(folder, name);
    await mkdir(into, { recursive: true });
    let count = 0;
    const visit = async (state: string, { page }: Person) => {
      await resize(page, { width, height });
      count += 1;
      const file = `${String(count).padStart(2, '0')}_${fileName(state)}.png`;
      await page.screenshot({ path: path.join(into, file) });
      console.log(path.join('screenshots', name, file));
    };
    for (const [world, go] of walks) {
      const stage = await setStage({ world, version: newestKibana });
      try {
        await go(stage, visit, { dark, width, still: true });
      } finally {
        await stage.clear();
      }
    }
  }
}

runMain(takeScreenshots);
