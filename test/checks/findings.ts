import type { Plan } from '../../common/plan';
import type { Found } from './expected';

const withFixes = (line: string, fixes: Array<{ code: string }> = []) =>
  fixes.length === 0 ? line : `${line}: ${fixes.map(({ code }) => code).join(', ')}`;

/** The failed checks and conflicts of a plan, in the format of the tables. */
export const findingsOf = ({ verdicts, steps }: Plan): Found[] => [
  ...verdicts
    .filter(({ status }) => status !== 'pass')
    .map(({ check, status, problem, fixes }) =>
      withFixes(`${check} ${status} ${problem?.code}`, fixes),
    ),
  ...steps
    .filter(({ action }) => action === 'conflict')
    .map(({ step, problem, fixes }) => withFixes(`${step} conflict ${problem?.code}`, fixes)),
];
