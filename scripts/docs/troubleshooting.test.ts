import { readFile } from 'node:fs/promises';
import { problemCodes } from '../../common/problem';
import { makeTroubleshooting, troubleshootingFile } from './write_docs';

test('troubleshooting.md is up to date with the texts of the plugin', async () => {
  expect(await readFile(troubleshootingFile, 'utf8')).toBe(await makeTroubleshooting());
});

test('the page about problems has each one once, and a placeholder for each value', async () => {
  const text = await makeTroubleshooting();
  for (const code of problemCodes) expect(text.split(`\n\`${code}\`\n`)).toHaveLength(2);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  expect(text).toContain("az lock list --resource-group '<resourceGroup>'");
});
