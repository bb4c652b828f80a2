import type { Fix } from '../check';
import { someOptions } from '../../test/support/builders/answers';
import { fixText, needsInput } from './fix_text';

const tags = { team: 'search', costCenter: '' };

/** A fix of every code, as the checks make them, with what its button says. */
const fixes: Array<[Fix, string]> = [
  [{ code: 'use_location', change: { location: 'eastus2' } }, 'Use East US 2 instead'],
  [{ code: 'use_location', change: { location: 'nowhere1' } }, 'Use nowhere1 instead'],
  [
    { code: 'use_deployment_type', change: { deploymentType: 'DataZoneStandard' } },
    'Use the deployment type Data Zone Standard',
  ],
  [{ code: 'use_model', change: { modelName: 'gpt-5.2' } }, 'Use GPT-5.2 instead'],
  [
    { code: 'use_capacity', change: { capacity: 40 }, detail: { tokens: 40_000 } },
    'Use 40,000 tokens per minute',
  ],
  [{ code: 'use_capacity', change: { capacity: 1 } }, 'Use 1 unit of quota'],
  [
    { code: 'use_name', change: { accountName: 'ai-2', customSubDomainName: 'ai-2' } },
    'Use the name ai-2',
  ],
  [{ code: 'use_name', change: { targetName: 'AI (2)' } }, 'Use the name AI (2)'],
  [
    { code: 'use_existing_account', change: { accountName: 'team-openai' } },
    'Use the existing resource team-openai',
  ],
  [{ code: 'use_resource_group', change: { resourceGroup: 'ai' } }, 'Use the resource group ai'],
  [
    { code: 'add_tag', change: { tags }, detail: { tagName: 'costCenter' } },
    'Add the tag costCenter',
  ],
  [
    { code: 'add_tag', change: { tags }, detail: { tagName: 'team' } },
    'Add the tag team with the value search',
  ],
  [
    {
      code: 'restore_account',
      change: { onDeletedAccount: 'restore' },
      detail: { name: 'old-ai' },
    },
    'Restore old-ai with its deployments',
  ],
  [
    { code: 'purge_account', change: { onDeletedAccount: 'purge' }, detail: { name: 'old-ai' } },
    'Purge old-ai and create a new one',
  ],
  [
    { code: 'purge_account', change: { onDeletedAccount: 'purge' } },
    'Purge the deleted resource and create a new one',
  ],
];

test.each(fixes)('%j', (fix, words) => {
  expect(fixText(fix, someOptions())).toBe(words);
});

test('needsInput is true only for a tag without a value', () => {
  const waiting = fixes.map(([fix]) => fix).filter(needsInput);
  expect(waiting).toEqual([
    { code: 'add_tag', change: { tags }, detail: { tagName: 'costCenter' } },
  ]);
});
