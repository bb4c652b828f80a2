import { SetupError } from '../../../common/problem';
import { kibanaChecks } from '../../core/checks';
import type { Connectors } from '../../core/targets/connectors';

/** Repeats the page's checks when a setup starts or continues, because permissions change. */
export async function assertReady(connectors: Connectors): Promise<void> {
  const home = await connectors.home();
  const failed = kibanaChecks
    .flatMap((check) => check.run(home))
    .find(({ status }) => status === 'fail');
  if (failed) throw new SetupError(failed.problem);
}
