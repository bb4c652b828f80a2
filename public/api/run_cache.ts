import type { Run } from '../../common/run';
import { useAnswers } from './answers';

/** Puts a run that another route answered with on the page. */
export function useShowRun(): (run: Run) => void {
  const answers = useAnswers();
  return (run) => answers.question('run', run.runId, false).put({ run });
}
