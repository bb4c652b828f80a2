import { checkIds } from '../../check';
import { problemCodes, type Problem } from '../../problem';
import { checkRisk } from '../check_risk';
import { checkText } from '../check_text';
import { problemText } from './problem_text';
import { shellQuote } from './shell_quote';

const azure = { code: 'SomeAzureCode', message: 'Azure says this.' };

/** Every value that some text may name. */
const detail = {
  access: 'selected',
  account: "bob's account",
  action: 'Microsoft.CognitiveServices/accounts/write',
  address: '203.0.113.7',
  allowed: 'westeurope, northeurope',
  assignment: 'deny-openai',
  days: 41,
  deploymentType: 'Standard',
  free: 30,
  holders: 'team-openai/chat (60)',
  host: 'example.openai.azure.com',
  kind: 'SpeechServices',
  license: 'basic',
  limit: 450,
  location: 'swedencentral',
  lock: 'do not touch; really',
  maximum: 1000,
  minimum: 1,
  minutes: 5,
  model: 'gpt-5.2',
  modelName: 'gpt-5.2',
  name: "it's mine",
  needed: 1200,
  others: 'vm-1, vm-2',
  parameter: 'temperature',
  policy: 'Allowed locations',
  principal: 'ann@example.com',
  quotaId: 'FreeTrial_2014-09-01',
  regions: 12,
  resourceGroup: 'rg; rm -rf /',
  retiresAt: '2027-06-08',
  scope: '/subscriptions/s/resourceGroups/rg',
  score: 4.2,
  seconds: 22,
  state: 'Disabled',
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  tagName: 'costCenter',
  tenant: 'contoso.com',
  tokens: 8000,
  used: 420,
  what: 'costCenter',
};

const bare = problemCodes.map((code): Problem => ({ code }));
const full = problemCodes.map((code): Problem => ({ code, detail, azure }));

describe('the words of a problem', () => {
  it.each([...bare, ...full].map((problem) => [problem.code, problem] as const))(
    '%s says what happened, why, and what to do next',
    (_code, problem) => {
      const { title, cause, remedy, link } = problemText(problem);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      for (const sentence of [cause, remedy]) {
        expect(sentence).toMatch(/^[A-Z].*[.?]$/);
        expect(sentence).not.toMatch(/!|[Pp]lease|undefined|\bNaN\b|\{|\}|\.\./);
      }
      if (link) {
        expect(link.text).not.toBe('');
        expect(link.href).toMatch(
          /^https:\/\/(learn\.microsoft\.com|www\.elastic\.co|aka\.ms)\/\S+$/,
        );
      }
    },
  );

  it('differs from code to code', () => {
    const titles = bare.map((problem) => problemText(problem).title);
    expect(new Set(titles).size).toBe(problemCodes.length);
  });

  it('names the numbers of a quota problem', () => {
    const { cause } = problemText({
      code: 'insufficient_quota',
      detail: { needed: 1200, free: 30, limit: 450, used: 420 },
    });
    expect(cause).toContain('It needs 1,200 units of quota, and 30 are free.');
    expect(cause).toContain('420 of 450 are in use.');
  });

  it('names the deployments that hold the quota', () => {
    const holders = 'team-openai/chat (60), team-openai/mini (30)';
    expect(problemText({ code: 'insufficient_quota', detail: { holders } }).cause).toContain(
      `Your own deployments that can be reduced, with their units: ${holders}.`,
    );
  });

  it.each([
    ['location', 'It sets the region.'],
    ['public_access', 'It sets who can call the endpoint, which can keep Kibana out.'],
    ['costCenter', 'It sets the tag "costCenter".'],
  ])('says what a policy writes over: %s', (what, words) => {
    const { cause } = problemText({ code: 'policy_changes_request', detail: { what } });
    expect(cause).toContain(words);
  });

  it('tells a disabled network from one with selected addresses', () => {
    const cause = (access: string) =>
      problemText({ code: 'network_locks_out', detail: { access } }).cause;
    expect(cause('disabled')).toContain('private endpoint');
    expect(cause('selected')).toContain('selected addresses');
  });

  it('leaves a sentence out when only some of its values are known', () => {
    const { cause } = problemText({ code: 'insufficient_quota', detail: { needed: 1200 } });
    expect(cause).not.toContain('1,200');
  });

  it('says the rule of the field that broke it', () => {
    const { cause } = problemText({ code: 'invalid_request', field: 'customSubDomainName' });
    expect(cause).toMatch(/^Endpoint name: 2 to 63 lower-case letters/);
  });

  it('ignores a field that is none of the form', () => {
    const { cause } = problemText({ code: 'invalid_request', field: 'session' });
    expect(cause).toBe('Kibana did not accept what this page sent.');
  });

  it.each(['azure_error', 'unexpected'] as const)(
    "%s shows Azure's own code and message",
    (code) => {
      expect(problemText({ code, azure }).cause).toContain('SomeAzureCode: Azure says this.');
    },
  );
});

describe('a command', () => {
  const commands = full.flatMap((problem) => problemText(problem).command ?? []);

  it('is offered where one helps, and never with an unquoted value', () => {
    expect(commands.length).toBeGreaterThan(8);
    const values = Object.values(detail).filter((value) => typeof value === 'string');
    for (const command of commands) {
      const unquoted = command.replaceAll(/'[^']*'|\\'/g, '');
      for (const value of values) expect(unquoted).not.toContain(value);
    }
  });

  it.each([
    [
      'Microsoft.CognitiveServices/accounts/write',
      'Cognitive Services Contributor',
      '/subscriptions/s/resourceGroups/rg',
    ],
    ['Microsoft.Resources/subscriptions/resourceGroups/write', 'Contributor', '/subscriptions/s'],
    ['Microsoft.CognitiveServices/register/action', 'Contributor', '/subscriptions/s'],
    [
      'Microsoft.CognitiveServices/locations/usages/read',
      'Cognitive Services Usages Reader',
      '/subscriptions/s',
    ],
  ])(
    'for %s gives the narrowest role that is enough, where something exists',
    (action, role, at) => {
      const scope =
        '/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a';
      const detail = { principal: 'ann', action, scope };
      expect(problemText({ code: 'authorization_failed', detail }).command).toBe(
        `az role assignment create --assignee 'ann' --role '${role}' --scope '${at}'`,
      );
    },
  );

  it('removes the very lock that is in the way, and else shows which there are', () => {
    const scope = '/subscriptions/s/resourceGroups/rg';
    const command = (more: Record<string, string>) =>
      problemText({ code: 'scope_locked', detail: { resourceGroup: 'rg', ...more } }).command;
    expect(command({ scope, lock: 'keep' })).toBe(
      `az lock delete --ids '${scope}/providers/Microsoft.Authorization/locks/keep'`,
    );
    expect(command({})).toBe("az lock list --resource-group 'rg' -o table");
  });

  it('is left out when a value for it is missing', () => {
    expect(problemText({ code: 'keys_disabled' }).command).toBeUndefined();
  });
});

describe('shellQuote', () => {
  it.each([
    ['plain', "'plain'"],
    ['', "''"],
    ["it's", `'it'\\''s'`],
    ['$(reboot) `id` "x" \\ ;', `'$(reboot) \`id\` "x" \\ ;'`],
    [7, "'7'"],
  ])('makes one argument of %p', (value, quoted) => {
    expect(shellQuote(value)).toBe(quoted);
  });
});

describe('the words of a check', () => {
  it.each([...checkIds])(
    '%s has a title, and a sentence for a pass and for what nobody could see',
    (check) => {
      expect(checkText[check].title).toMatch(/^[A-Z].*[^.]$/);
      expect(checkText[check].pass).toMatch(/^[A-Z].*\.$/);
      expect(checkRisk[check]).toMatch(/^[A-Z].*\.$/);
    },
  );
});
