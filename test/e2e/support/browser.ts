import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { hungAfterMs } from '../../kibana';
import { bundledBrowser, type FoundBrowser } from './bundled_browser';

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

/** `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else the npm package. */
export const findBrowser = async (): Promise<FoundBrowser | undefined> => {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? { executablePath: chosen } : undefined;
  const executablePath = (candidates[process.platform] ?? linux)().find((file) => existsSync(file));
  return executablePath === undefined ? bundledBrowser() : { executablePath };
};

export const howToGetBrowser = (): string =>
  process.env.CHROME_PATH
    ? `CHROME_PATH names no file: ${process.env.CHROME_PATH}`
    : 'No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH.';

/** A headless browser; close it when done. */
export const launchBrowser = async (): Promise<Browser> => {
  const found = await findBrowser();
  if (found === undefined) throw new Error(howToGetBrowser());
  const { executablePath, env } = found;
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    timeout: hungAfterMs,
  });
};
