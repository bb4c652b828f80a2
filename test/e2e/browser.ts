import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const onPath = (names: string[]): string[] =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)));

const linux = () =>
  onPath([
    'chromium-headless-shell',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]);

const macOs = () =>
  ['/Applications', path.join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  );

const windows = () =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((variable) => process.env[variable] ?? [])
    .flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]);

const candidates: Partial<Record<NodeJS.Platform, () => string[]>> = {
  darwin: macOs,
  win32: windows,
};

/** Path of an installed Chrome, Chromium or Edge. `CHROME_PATH` comes first. */
export const findBrowser = (): string | undefined => {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return (candidates[process.platform] ?? linux)().find((file) => existsSync(file));
};

/** What to tell a person who has no browser. */
export const howToGetBrowser =
  'No browser found: install Chrome, Chromium or Edge (Debian: apt-get install chromium-headless-shell), or set CHROME_PATH.';

/** A headless browser; close it when done. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(howToGetBrowser);
  return chromium.launch({ executablePath });
};
