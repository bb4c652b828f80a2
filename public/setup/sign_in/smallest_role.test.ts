import { readFileSync } from 'node:fs';
import { inProject } from '../../../scripts/paths';
import { smallestRole } from './smallest_role';

test('the smallest role on the page is the one in the README, which is tested against Azure', () => {
  const readme = readFileSync(inProject('README.md'), 'utf8');
  const [, json = ''] =
    /```json\n(\{\n {2}"Name": "Kibana Azure OpenAI setup"[^`]+)```/.exec(readme) ?? [];
  expect(JSON.parse(json)).toEqual(smallestRole);
});
