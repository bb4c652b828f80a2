import { EuiSkeletonText } from '@elastic/eui';
import { lazyPart } from '../../shared/lazy_part';

/** A problem with the buttons that can solve it. */
export const PageProblem = lazyPart(
  async () => (await import('./problem_actions')).ProblemWithActions,
  <EuiSkeletonText lines={4} />,
);
