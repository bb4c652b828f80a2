import { SetupError } from '../../common/problem';
import { kibanaChecks } from '../checks';
import type { Connectors } from '../connectors/connectors';

/** What the page checks before a setup holds at the moment when it starts or continues, too: permissions change. */
export async function assertReady(connectors: Connectors): Promise<void> {
  const home = await connectors.home();
  const failed = kibanaChecks
    .flatMap((check) => check.run(home))
    .find(({ status }) => status === 'fail');
  if (failed) throw new SetupError(failed.problem);
}
