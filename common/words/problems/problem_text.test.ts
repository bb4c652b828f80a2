import { checkIds } from '../../check';
import { problemCodes, problemWith, valuesOf, withDetail, type Problem } from '../../problem';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { problemExamples } from '../../../test/support/builders/problem_examples';
import { checkText, passText } from '../checks/check_text';
import { problemText } from './problem_text';
import { shellQuote } from './shell_quote';

const azure = { code: 'SomeAzureCode', message: 'Azure says this.' };

const examples: Readonly<Partial<Record<string, ReturnType<typeof valuesOf>>>> = problemExamples;
const bare = problemCodes.map((code): Problem => problemWith(code));
const full = problemCodes.map((code) =>
  withDetail(problemWith(code, { azure }), examples[code] ?? {}),
);
/** As another version of the plugin can have written them: one of the values is missing. */
const partial = problemCodes.flatMap((code) =>
  Object.keys(examples[code] ?? {}).map((missing) => {
    const { [missing]: _missing, ...rest } = examples[code] ?? {};
    return withDetail(problemWith(code), rest);
  }),
);

describe('the words of a problem', () => {
  it.each([...bare, ...partial, ...full].map((problem) => [problem.code, problem] as const))(
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
    expect(cause).toContain(
      'It needs 1,200 units of quota, and the subscription has 30 units of quota left.',
    );
    expect(cause).toContain('420 of 450 units of quota are in use.');
  });

  it.each<[Problem, string]>([
    [
      { code: 'insufficient_quota', detail: { needed: 40, free: 10, tokensPerUnit: 1_000 } },
      'It needs 40,000 tokens per minute, and the subscription has 10,000 tokens per minute left.',
    ],
    [
      { code: 'insufficient_quota', detail: { limit: 90, used: 80, tokensPerUnit: 1_000 } },
      '80,000 of 90,000 tokens per minute are in use.',
    ],
    [
      { code: 'insufficient_capacity', detail: { needed: 40, available: 0, tokensPerUnit: 100 } },
      'The deployment needs 4,000 tokens per minute, and Azure has 0 tokens per minute left',
    ],
    [
      { code: 'capacity_not_supported', detail: { minimum: 1, maximum: 30, tokensPerUnit: 1_000 } },
      'You can set 1,000 to 30,000 tokens per minute.',
    ],
    [
      {
        code: 'capacity_not_applied',
        detail: { name: 'chat', capacity: 10, needed: 20, tokensPerUnit: 1_000 },
      },
      'chat has 10,000 tokens per minute instead of 20,000.',
    ],
  ])('gives capacity in tokens per minute when those of a unit are known: %j', (problem, words) => {
    expect(problemText(problem).cause).toContain(words);
  });

  it('names the deployments that hold the quota', () => {
    const holders = 'team-openai/chat (60K), team-openai/mini (30K)';
    expect(problemText({ code: 'insufficient_quota', detail: { holders } }).cause).toContain(
      `Your deployments that you can reduce, with their tokens per minute: ${holders}.`,
    );
  });

  it.each([
    ['location', 'It sets the region.'],
    ['public_access', 'It sets who can call the endpoint, which can block calls to the model.'],
    ['costCenter', 'It sets the tag "costCenter".'],
  ])('says what a policy writes over: %s', (what, words) => {
    const { cause } = problemText({ code: 'policy_changes_request', detail: { what } });
    expect(cause).toContain(words);
  });

  it('tells a disabled network from one with selected addresses', () => {
    const inGroup = { name: 'mine', resourceGroup: 'rg' };
    const cause = (access: string) =>
      problemText({ code: 'network_locks_out', detail: { ...inGroup, access } }).cause;
    expect(cause('disabled')).toContain('private endpoint');
    expect(cause('selected')).toContain('selected addresses');
  });

  it('leaves a sentence out when only some of its values are known', () => {
    const { cause } = problemText({ code: 'insufficient_quota', detail: { needed: 1200 } });
    expect(cause).not.toContain('1,200');
  });

  it.each<[Problem, RegExp]>([
    [{ code: 'insufficient_quota', detail: { limit: 0, used: 0 } }, /\b0 of 0\b/],
    [
      { code: 'insufficient_quota', detail: { holders: '', moreHolders: 0 } },
      /that you can reduce/,
    ],
    [{ code: 'insufficient_quota', detail: { unread: 0 } }, /couldn't be read/],
    [{ code: 'account_limit_reached', detail: { limit: 0, used: 0, location: 'x' } }, /\b0\b/],
    [{ code: 'no_model_available', detail: { regions: 0 } }, /\b0 regions/],
    [{ code: 'capacity_not_supported', detail: { minimum: 1, maximum: 0 } }, /You can set/],
    [{ code: 'model_retires_soon', detail: { days: 0 } }, /That is in/],
    [{ code: 'model_retires_soon', detail: { days: -3 } }, /That is in/],
    [{ code: 'azure_throttled', detail: { seconds: 0 } }, /requires a wait/],
    [{ code: 'rate_limited', detail: { seconds: 0 } }, /requires a wait/],
    [{ code: 'session_expires_soon', detail: { minutes: 0 } }, /\b0 minutes/],
    [{ code: 'resource_not_empty', detail: { others: '' } }, /Among others/],
    [{ code: 'policy_denies_location', detail: { allowed: '' } }, /Allowed/],
    [{ code: 'insufficient_capacity', detail: { needed: 1, available: 0 } }, /\b1 units/],
  ])('omits an empty number or list: %j', (problem, empty) => {
    const { cause, remedy } = problemText(problem);
    expect(`${cause} ${remedy}`).not.toMatch(empty);
  });

  it('names regions, models and deployment types as the rest of the page does', () => {
    // The values of a tag are no names of regions.
    const named = full.filter(({ code }) => code !== 'policy_requires_tag');
    const texts = named.map((problem) => {
      const { title, cause, remedy } = problemText(problem);
      return [title, cause, remedy].join(' ');
    });
    const raw = /\b(swedencentral|eastus2|westeurope|northeurope|gpt-|GlobalStandard)/;
    expect(texts.filter((text) => raw.test(text))).toEqual([]);
    expect(texts.join(' ')).toContain("GPT-5.2 isn't available in Sweden Central.");
    expect(texts.join(' ')).toContain('Allowed: West Europe, North Europe.');
  });

  it('says the rule of the field that broke it', () => {
    const { cause } = problemText({ code: 'invalid_request', field: 'customSubDomainName' });
    expect(cause).toMatch(/^Endpoint name: Enter 2 to 63 lowercase letters/);
  });

  it('ignores a field that is none of the form', () => {
    const { cause } = problemText({ code: 'invalid_request', field: 'cloud' });
    expect(cause).toBe("Kibana didn't accept what this page sent.");
  });

  it.each(['azure_error', 'unexpected'] as const)(
    "%s shows Azure's own code and message",
    (code) => {
      expect(problemText({ code, azure }).cause).toContain('SomeAzureCode: Azure says this.');
    },
  );
});

describe('a command', () => {
  const offered = full.flatMap((problem) => {
    const { command } = problemText(problem);
    return command === undefined ? [] : [{ command, values: Object.values(valuesOf(problem)) }];
  });

  it('is offered where one helps, and never with an unquoted value', () => {
    expect(offered.length).toBeGreaterThan(8);
    for (const { command, values } of offered) {
      const unquoted = command.replaceAll(/'[^']*'|\\'/g, '');
      for (const value of values) {
        if (String(value).length > 4) expect(unquoted).not.toContain(value);
        expect(unquoted.split(/\s+/)).not.toContain(value);
      }
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
        `az role assignment create --assignee 'ann' --role '${role}' --scope '${at}' --subscription 's'`,
      );
    },
  );

  it('deletes the known lock, or lists the locks', () => {
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
    '%s has a title, and a sentence for a pass and for an unverified result',
    (check) => {
      expect(checkText[check].title).toMatch(/^[A-Z].*[^.]$/);
      const request = aSetupRequest({ authentication: 'entra_id', networkAccess: 'selected' });
      const steps = (['provider_registration', 'account', 'model_deployment'] as const).map(
        (step) => ({ step, name: 'mine' }),
      );
      for (const checked of [
        {
          request: aSetupRequest(),
          steps: steps.map((one) => ({ ...one, action: 'create' as const })),
        },
        { request, steps: steps.map((one) => ({ ...one, action: 'reuse' as const })) },
      ]) {
        const pass = passText(check, checked);
        expect(pass).toMatch(/^[A-Z].*\.$/);
        expect(pass).not.toMatch(/, or /);
      }
      expect(checkText[check].risk).toMatch(/^[A-Z].*\.$/);
    },
  );
});
