import { isProblemCode, problemWith } from '../../common/problem';
import type { Cloud } from '../../common/sign_in';
import { problemText } from '../../common/words/problems/problem_text';
import { type Fault, type Simulator, type WorldName, worldNames } from '../azure';
import { blockers } from './blockers';
import { expectedKibana } from './expected_kibana';
import type { Found } from './expected';
import { expectedWorlds } from './expected_worlds';
import { findingsOf } from './findings';
import { usePlanner } from './plan_in_world';

const planner = usePlanner();

const cloudOf: Partial<Record<WorldName, Cloud>> = {
  us_government: 'usGovernment',
  china: 'china',
};

const withoutFixes = (found: Found) => found.replace(/:.*/, '');

const rows = worldNames.flatMap((world) =>
  expectedWorlds[world].map((expected) => ({ world, request: {}, ...expected })),
);

/** Planning fails the test if Azure received a write. */
describe('a plan finds exactly this', () => {
  it.each(rows)('$world: $request', async ({ world, request, found }) => {
    const plan = await planner.planIn(world, request, { cloud: cloudOf[world] });
    expect(findingsOf(plan)).toEqual(found);
  });

  it.each(expectedKibana)('Kibana: $what', async ({ target, minutes = 60, found }) => {
    const expiresAt = new Date(Date.now() + minutes * 60_000);
    const plan = await planner.planIn('empty', {}, { target, expiresAt });
    expect(findingsOf(plan)).toEqual(found);
  });
});

describe('Azure under load', () => {
  const throttle = (times: number, headers: Record<string, string>): Fault => ({
    match: { path: '/usages' },
    times,
    action: { status: 429, code: 'TooManyRequests', message: 'Slow down.', headers },
  });

  it.each<[string, Fault]>([
    ['says when to come back', throttle(1, { 'retry-after': '1' })],
    ['does not say when', throttle(1, {})],
    ['drops the connection', { match: { path: '/usages' }, times: 1, action: 'reset' }],
  ])('is retried after one failure that %s', async (_what, fault) => {
    const arrange = ({ state }: Simulator) => void state.faults.push(fault);
    expect(findingsOf(await planner.planIn('empty', {}, { arrange }))).toEqual([]);
  });

  it('leaves unread checks unverified when every call fails', async () => {
    const fault = throttle(100, { 'retry-after': '0' });
    const arrange = ({ state }: Simulator) => void state.faults.push(fault);
    expect(findingsOf(await planner.planIn('empty', {}, { arrange }))).toEqual([
      'account unverified quota_unreadable',
      'quota unverified quota_unreadable',
    ]);
  });

  it('keeps every finding when the remedies cannot be read', async () => {
    const fault: Fault = {
      match: { path: '/resourceGroups\\?' },
      times: 100,
      action: { status: 500, code: 'InternalServerError', message: 'Later.' },
    };
    const arrange = ({ state }: Simulator) => void state.faults.push(fault);
    const plan = await planner.planIn('cannot_create_groups', {}, { arrange });
    expect(findingsOf(plan)).toEqual(['permissions fail authorization_failed']);
  });
});

describe('the tables', () => {
  const all = [...rows, ...expectedKibana].flatMap(({ found }) => found.map(withoutFixes));

  it('contain every blocker', () => {
    expect(blockers.filter((blocker) => !all.includes(blocker))).toEqual([]);
    expect(new Set(blockers).size).toBeGreaterThanOrEqual(28);
    expect(new Set(blockers).size).toBe(blockers.length);
  });

  it('have a request in every world', () => {
    expect(worldNames.filter((world) => expectedWorlds[world].length === 0)).toEqual([]);
  });

  it.each(blockers)(
    '%s: says what, why, what to do, and where to read more or what to paste',
    (blocker) => {
      const code = blocker.split(' ').at(-1);
      if (!isProblemCode(code)) throw new Error(`no such problem: ${code}`);
      const words = problemText(problemWith(code));
      expect([words.title, words.cause, words.remedy]).not.toContain('');
      expect(words.link ?? words.command).toBeDefined();
    },
  );
});
