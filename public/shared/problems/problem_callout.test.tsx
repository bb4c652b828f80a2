import '@testing-library/jest-dom';
import { EuiButton, EuiProvider } from '@elastic/eui';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import type { Verdict } from '../../../common/check';
import { problemCodes, type Problem, problemWith } from '../../../common/problem';
import { ProblemCallout } from './problem_callout';
import { problemText } from '../../../common/words/problems/problem_text';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { VerdictList } from './verdict_list';

const show = (element: ReactElement) => render(<EuiProvider>{element}</EuiProvider>);

const denied: Problem = {
  code: 'policy_denied',
  detail: { policy: 'Allowed locations' },
  azure: {
    code: 'RequestDisallowedByPolicy',
    message: 'Resource was disallowed by policy.',
    correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    at: '2026-11-02T09:15:00Z',
  },
};

describe('a problem', () => {
  it.each([...problemCodes])('%s shows title, cause and remedy', (code) => {
    show(<ProblemCallout problem={problemWith(code)} />);
    const callout = screen.getByTestId(`problem-${code}`);
    const { title, cause, remedy } = problemText(problemWith(code));
    expect(within(callout).getByText(title)).toBeVisible();
    expect(within(callout).getByTestId('problemCause')).toHaveTextContent(cause);
    expect(within(callout).getByTestId('problemRemedy')).toHaveTextContent(remedy);
  });

  it("collapses Azure's message", async () => {
    show(<ProblemCallout problem={denied} />);
    const toggle = screen.getByRole('button', { name: 'Details from Azure' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    const details = screen.getByTestId('azureDetails');
    expect(details).toHaveTextContent('RequestDisallowedByPolicy');
    expect(details).toHaveTextContent('Resource was disallowed by policy.');
    expect(details).toHaveTextContent('0f8fad5b-d9cb-469f-a165-70867728950e');
    expect(within(details).getByTestId('azureDetailsCopy')).toBeInTheDocument();
  });

  it('has no details without a message from Azure', () => {
    show(<ProblemCallout problem={{ code: 'license_insufficient' }} />);
    expect(screen.queryByTestId('azureDetails')).not.toBeInTheDocument();
  });

  it('is announced once: a fault at once, a warning politely', () => {
    const { unmount } = show(<ProblemCallout problem={denied} />);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    unmount();
    show(<ProblemCallout problem={denied} severity="warning" />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('has a heading of the given level', () => {
    show(<ProblemCallout problem={denied} headingLevel="h3" />);
    expect(
      screen.getByRole('heading', { level: 3, name: 'An Azure policy forbids this' }),
    ).toBeVisible();
  });

  it('shows the command and the buttons it is given', async () => {
    const pressed = jest.fn();
    show(
      <ProblemCallout
        problem={{ code: 'provider_not_registered', detail: { subscriptionId: 'abc' } }}
        actions={<EuiButton onClick={pressed}>Register the provider</EuiButton>}
      />,
    );
    expect(screen.getByTestId('problemCommand')).toHaveTextContent(
      "az provider register -n Microsoft.CognitiveServices --subscription 'abc'",
    );
    await userEvent.click(screen.getByRole('button', { name: 'Register the provider' }));
    expect(pressed).toHaveBeenCalledTimes(1);
  });
});

describe('the verdicts', () => {
  const checked = { request: aSetupRequest(), steps: [] };
  const verdicts: Verdict[] = [
    { check: 'kibana_secrets', status: 'pass' },
    { check: 'quota', status: 'warn', problem: { code: 'quota_low' } },
    { check: 'license', status: 'pass' },
    { check: 'permissions', status: 'unverified', problem: { code: 'permissions_unreadable' } },
    { check: 'subscription', status: 'fail', problem: { code: 'subscription_disabled' } },
  ];

  const shownOrder = () =>
    screen
      .getAllByTestId(/^verdict-/)
      .map((element) => [
        element.getAttribute('data-test-subj'),
        element.getAttribute('data-status'),
      ]);

  it('come with the counts first, then what fails, is unknown and warns, then the passes', () => {
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    expect(screen.getByTestId('verdictCounts')).toHaveTextContent(
      /^2 checks passed, 1 problem, 1 couldn't be completed, 1 warning$/,
    );
    expect(shownOrder()).toEqual([
      ['verdict-subscription', 'fail'],
      ['verdict-permissions', 'unverified'],
      ['verdict-quota', 'warn'],
      ['verdict-kibana_secrets', 'pass'],
      ['verdict-license', 'pass'],
    ]);
  });

  it('call what could not be checked neither a pass nor a problem', () => {
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    const unverified = screen.getByTestId('verdict-permissions');
    expect(unverified).toHaveTextContent("Couldn't check: Azure permissions");
    expect(within(unverified).getByTestId('problem-permissions_unreadable')).toHaveAttribute(
      'data-severity',
      'warning',
    );
  });

  it('name the remaining risk of unverified checks, and of no others', () => {
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    expect(screen.getAllByTestId('problemNote')).toHaveLength(1);
    expect(
      within(screen.getByTestId('verdict-permissions')).getByTestId('problemNote'),
    ).toHaveTextContent('Risk: A permission might be missing');
  });

  it('show everything that one check found', () => {
    const twice: Verdict[] = ['costCenter', 'owner'].map((tagName) => ({
      check: 'policy',
      status: 'fail',
      problem: { code: 'policy_requires_tag', detail: { tagName } },
    }));
    show(<VerdictList verdicts={twice} />);
    const shown = screen.getAllByTestId('verdict-policy');
    expect(shown.map((one) => /"(\w+)"/.exec(one.textContent ?? '')?.[1])).toEqual([
      'costCenter',
      'owner',
    ]);
    expect(screen.getByTestId('verdictCounts')).toHaveTextContent('2 problems');
  });

  const subscription = '/subscriptions/9b1d5c0e-3c5e-4d4f-8a39-0d4f1f6a7b10';
  const missing = (action: string, scope: string, change?: string): Verdict => ({
    check: 'permissions',
    status: 'fail',
    problem: { code: 'authorization_failed', detail: { action, scope } },
    ...(change && {
      fixes: [{ code: 'use_resource_group' as const, change: { resourceGroup: change } }],
    }),
  });
  const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
  const createAccount = 'Microsoft.CognitiveServices/accounts/write';
  const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';
  const purge = 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete';
  const commandOf = (element: HTMLElement) => within(element).getByTestId('problemCommand');

  it('show missing permissions that one role grants as one problem with one command', () => {
    const scope = `${subscription}/resourceGroups/rg-ai`;
    show(<VerdictList verdicts={[missing(createAccount, scope), missing(listKeys, scope)]} />);
    const shown = screen.getByTestId('verdict-permissions');
    expect(shown).toHaveTextContent(`The actions are ${createAccount}, ${listKeys}.`);
    expect(commandOf(shown)).toHaveTextContent(
      `--role 'Cognitive Services Contributor' --scope '${scope}'`,
    );
    expect(screen.getByTestId('verdictCounts')).toHaveTextContent('1 problem');
  });

  it('copy the request for a role as a message', async () => {
    const person = userEvent.setup();
    let copied = '';
    const execCommand = () => {
      copied = String(document.getSelection());
      return true;
    };
    Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand });
    show(<VerdictList verdicts={[missing(createGroup, subscription)]} />);
    await person.click(screen.getByRole('button', { name: 'Copy as a message' }));
    expect(copied).toContain(`--role 'Contributor' --scope '${subscription}'`);
    expect(Reflect.deleteProperty(document, 'execCommand')).toBe(true);
  });

  it('name the role at the outermost scope when permissions are missing at two', () => {
    const scope = `${subscription}/resourceGroups/rg-ai`;
    show(<VerdictList verdicts={[missing(createAccount, scope), missing(purge, subscription)]} />);
    expect(commandOf(screen.getByTestId('verdict-permissions'))).toHaveTextContent(
      `--role 'Contributor' --scope '${subscription}'`,
    );
  });

  it('offer each fix once for two missing permissions', () => {
    const verdicts = [
      missing(createGroup, subscription, 'rg-ai'),
      missing(createAccount, subscription, 'rg-ai'),
    ];
    const renderAction = ({ fixes = [] }: Verdict) => <p>{`${fixes.length} way`}</p>;
    show(<VerdictList verdicts={verdicts} renderAction={renderAction} />);
    expect(screen.getByText('1 way')).toBeVisible();
  });

  it('separate missing permissions without a common scope', () => {
    const verdicts = ['rg-ai', 'rg-ai-2'].map((name) =>
      missing(createAccount, `${subscription}/resourceGroups/${name}`),
    );
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    expect(screen.getAllByTestId('verdict-permissions')).toHaveLength(2);
  });

  it('show the same problem once', () => {
    const same: Verdict = {
      check: 'policy',
      status: 'fail',
      problem: { code: 'policy_denied', detail: { policy: 'Approved models' } },
    };
    show(<VerdictList verdicts={[same, { ...same }]} />);
    expect(screen.getAllByTestId('verdict-policy')).toHaveLength(1);
  });

  it('collapse all but the first twenty', () => {
    const many = Array.from({ length: 300 }, (_, index): Verdict => ({
      check: 'policy',
      status: 'fail',
      problem: { code: 'policy_denied', detail: { policy: `Policy ${index}` } },
    }));
    show(<VerdictList verdicts={many} />);
    expect(screen.getAllByTestId('verdict-policy')).toHaveLength(20);
    expect(screen.getByTestId('moreVerdicts')).toHaveTextContent('280 more');
    expect(screen.getByTestId('verdictCounts')).toHaveTextContent('300 problems');
  });

  it('do not announce themselves one by one: the page says the counts', () => {
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('collapse the passes', async () => {
    show(<VerdictList verdicts={verdicts} checked={checked} />);
    const toggle = screen.getByRole('button', { name: 'Show 2 passed checks' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Kibana can encrypt the secrets that it stores.')).toBeInTheDocument();
  });

  it('offer the action of the problem it belongs to', () => {
    show(
      <VerdictList
        verdicts={verdicts}
        renderAction={({ check }) => check === 'quota' && <EuiButton href="#x">Lower it</EuiButton>}
      />,
    );
    expect(
      within(screen.getByTestId('verdict-quota')).getByRole('link', { name: 'Lower it' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Lower it')).toHaveLength(1);
  });
});
