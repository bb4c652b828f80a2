import { SetupError } from '../../common/problem';
import type { Azure } from '../../server/core/azure/azure';
import { rememberReads } from '../../server/core/azure/arm/answers/remember_reads';
import { findOffers } from '../../server/core/catalog/find_offers';
import { recommend } from '../../server/core/catalog/recommendation';
import { readTokenPrices } from '../../server/core/prices/token_prices';
import { makePlan } from '../../server/core/workflows/engine/plan';
import { setUp } from '../../server/core/workflows/set_up';
import { ids } from '../azure';
import { sentCalls } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type MatrixOptions } from './cells';
import { beginning, type ChaosStage } from './chaos_stage';
import type { Scenario } from './scenarios';
import { fakeTargets } from '../support/fake_target';
import { allGranted } from '../support/builders/answers';

/** The reads of the page's routes before anything is created. */
type Read = (
  azure: Azure,
  { stage, request }: { stage: ChaosStage; request: Scenario['request'] },
  report: (error: unknown) => void,
) => Promise<unknown>;

const kibanaVersion = '9.4.0';

const reads: Readonly<Record<string, Read>> = {
  plan: (azure, { request }, report) =>
    makePlan(setUp, {
      request,
      azure: rememberReads(azure),
      targets: fakeTargets(),
      sessionExpiresAt: new Date(Date.now() + 3_600_000),
      now: new Date(),
      kibanaVersion,
      report,
    }),
  recommendation: (azure) =>
    recommend({
      azure,
      targets: fakeTargets(),
      useCase: 'both',
      fixed: {},
      targetFacts: allGranted(),
      kibanaVersion,
      now: new Date(),
    }),
  prices: (azure, { request, stage: { priceList } }) =>
    readTokenPrices({ azure, priceList, now: new Date() }, request),
  offers: (azure) =>
    findOffers({
      azure,
      subscriptionId: ids.main,
      kind: 'OpenAI',
      useCase: 'both',
      target: 'connector',
      kibanaVersion,
      now: new Date(),
    }),
};

/** Succeeds or fails with a SetupError; a programming error reported by a check counts as a failure. */
async function endOfRead(stage: ChaosStage, { request }: Scenario, read: Read) {
  const reported: unknown[] = [];
  try {
    await read(await stage.signIn(), { stage, request }, (error) => void reported.push(error));
    return { end: 'answered', wrong: reported.length > 0 ? crash(reported[0]) : undefined };
  } catch (error) {
    if (!(error instanceof SetupError)) return { end: 'throws', wrong: crash(error) };
    const { code } = error.problem;
    return { end: code, wrong: code === 'unexpected' ? 'without a name' : undefined };
  }
}

/** Injects every fault into every call of a read. */
export async function readMatrix({
  stage,
  scenario,
  isChosen,
  onRow,
}: MatrixOptions): Promise<void> {
  for (const [name, read] of Object.entries(reads)) {
    await stage.arrange(beginning(scenario));
    await endOfRead(stage, scenario, read);
    for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
      await arrangeCell(stage, beginning(scenario), cell);
      const { end, wrong } = await endOfRead(stage, scenario, read);
      onRow(rowOf(name, cell, end, wrong));
    }
  }
}
