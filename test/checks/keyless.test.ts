import { problemText } from '../../common/words/problems/problem_text';
import type { SetupRequest } from '../../common/setup_request';
import { aGroup, credentials, ids } from '../azure';
import { team } from './expected';
import { findingsOf } from './findings';
import { usePlanner, type PlanRest } from './plan_in_world';

const planner = usePlanner();

const { clientId, clientSecret } = credentials.inference;
const application = {
  ...{ clientId, clientSecret, tenantId: ids.contoso },
  principalId: `e${clientId.slice(1)}`,
};
const keyless = {
  target: 'inference_endpoint',
  authentication: 'entra_id',
  applicationId: clientId,
} as const;
/** The first version of 9.4 whose endpoints send GPT-5 models no temperature. */
const kibanaVersion = '9.4.6';
const account = `/subscriptions/${ids.main}/resourceGroups/rg-team/providers/Microsoft.CognitiveServices/accounts/team-openai`;
const owner = [{ scope: `/subscriptions/${ids.main}`, role: 'Owner' as const }];

describe('an account that accepts no keys', () => {
  it('can be used without keys, or left for a new one, in one click', async () => {
    const plan = await planner.planIn('keys_off', team);
    const fixes = plan.steps.flatMap((step) => ('fixes' in step ? (step.fixes ?? []) : []));
    expect(fixes).toMatchObject([
      { code: 'use_no_keys', change: { authentication: 'entra_id', target: 'inference_endpoint' } },
      { code: 'use_new_account' },
    ]);
  });

  it('cannot be used below 9.4: the plan says so and offers a new resource', async () => {
    const plan = await planner.planIn('keys_off', team, { kibanaVersion: '9.3.1' });
    expect(findingsOf(plan)).toEqual(['account conflict keys_disabled: use_new_account']);
    const problem = plan.steps.find(({ step }) => step === 'account')?.problem;
    expect(problem && problemText(problem).cause).toContain('Kibana 9.3.1 requires keys');
  });

  it('needs no key once the application is known', async () => {
    const plan = await planner.planIn(
      'keys_off',
      { ...team, ...keyless },
      { application, kibanaVersion },
    );
    expect(findingsOf(plan)).toEqual([]);
  });

  it('refuses a connector and offers the inference endpoint in one click', async () => {
    const change = { ...team, ...keyless, target: 'connector' } as const;
    const plan = await planner.planIn('keys_off', change, { application });
    expect(findingsOf(plan)).toEqual(['application fail application_needs_endpoint: use_target']);
  });
});

it.each(['policy_no_keys_owner', 'policy_modifies_keys'] as const)(
  'a new account without keys satisfies the policy of the world %s',
  async (world) => {
    const arrange: PlanRest['arrange'] = ({ state }) => {
      for (const app of state.world.apps) {
        if (app.clientId === credentials.good.clientId) app.assignments = owner;
      }
    };
    const plan = await planner.planIn(world, keyless, { application, arrange, kibanaVersion });
    expect(findingsOf(plan)).toEqual([]);
  },
);

describe('a person who cannot assign roles', () => {
  const request = { ...team, ...keyless };

  it('gets the command with which an administrator assigns exactly the role of the application', async () => {
    const plan = await planner.planIn('keys_off_cannot_assign', request, {
      application,
      kibanaVersion,
    });
    expect(findingsOf(plan)).toEqual(['permissions fail role_assignment_forbidden']);
    const found = plan.verdicts.find(({ check }) => check === 'permissions')?.problem;
    expect(found && problemText(found).command).toBe(
      `az role assignment create --assignee-object-id '${application.principalId}' --assignee-principal-type ServicePrincipal --role 'Cognitive Services OpenAI User' --scope '${account}'`,
    );
  });

  const group = `/subscriptions/${ids.main}/resourceGroups`;
  const assign = (scope: string) =>
    `az role assignment create --assignee-object-id '${application.principalId}' --assignee-principal-type ServicePrincipal --role 'Cognitive Services OpenAI User' --scope '${scope}'`;
  const adminRequest = async (change: Partial<SetupRequest>) => {
    const plan = await planner.planIn(
      'keys_off_cannot_assign',
      { ...keyless, ...change },
      { application },
    );
    const found = plan.verdicts.find(({ check }) => check === 'permissions')?.problem;
    return found && problemText(found);
  };

  it('gets a command for the resource group, where the resource is yet to be created', async () => {
    const text = await adminRequest({ resourceGroup: 'rg-team' });
    expect(text?.command).toBe(assign(`${group}/rg-team`));
    expect(text?.remedy).toContain('before setup creates the resource');
  });

  it('gets a command that first creates the resource group, where that is new as well', async () => {
    const text = await adminRequest({ resourceGroup: 'rg-new', location: 'swedencentral' });
    expect(text?.command).toBe(
      `az group create --subscription '${ids.main}' --name 'rg-new' --location 'swedencentral' && ${assign(`${group}/rg-new`)}`,
    );
    expect(text?.remedy).toContain('creates the resource group');
  });

  it('can send the request with the command to an administrator', async () => {
    const text = await adminRequest(team);
    expect(text?.message).toContain(text?.command);
    expect(text?.message).toContain(clientId);
  });

  it('continues once an administrator has run the command for a new resource group', async () => {
    const plan = await planner.planIn(
      'keys_off_cannot_assign',
      { ...keyless, resourceGroup: 'rg-new' },
      {
        application,
        kibanaVersion,
        arrange: ({ state }) => {
          state.world.groups.push(aGroup('rg-new', 'eastus2'));
          const app = state.world.apps.find((one) => one.clientId === clientId);
          app?.assignments.push({
            scope: `${group}/rg-new`,
            role: 'Cognitive Services OpenAI User',
          });
        },
      },
    );
    expect(findingsOf(plan)).toEqual([]);
    const actions = Object.fromEntries(plan.steps.map(({ step, action }) => [step, action]));
    expect(actions).toMatchObject({ resource_group: 'reuse', account: 'create' });
  });

  it('is told to enter the application first', async () => {
    const plan = await planner.planIn('keys_off_cannot_assign', request);
    const found = plan.verdicts.find(({ check }) => check === 'permissions')?.problem;
    expect(found && problemText(found).remedy).toContain('Enter the application first');
  });

  it('needs nothing more after an administrator has assigned the role, which the plan adopts', async () => {
    const plan = await planner.planIn('keys_off_cannot_assign', request, {
      application,
      kibanaVersion,
      arrange: ({ state }) => {
        for (const app of state.world.apps) {
          if (app.clientId === clientId) {
            app.assignments.push({ scope: account, role: 'Cognitive Services OpenAI User' });
          }
        }
      },
    });
    expect(findingsOf(plan)).toEqual([]);
    expect(plan.steps.find(({ step }) => step === 'role_assignment')?.action).toBe('reuse');
  });
});
