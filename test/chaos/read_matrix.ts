import { SetupError } from '../../common/problem';
import type { Azure } from '../../server/core/azure/azure';
import { rememberReads } from '../../server/core/azure/arm/answers/remember_reads';
import { findOffers } from '../../server/core/catalog/find_offers';
import { recommend } from '../../server/core/catalog/recommendation';
import { readTokenPrices } from '../../server/core/prices/token_prices';
import { makePlan } from '../../server/core/workflows/plan';
import { setUp } from '../../server/core/workflows/set_up';
import { ids } from '../azure';
import { sentCalls } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type MatrixOptions } from './cells';
import { beginning, type ChaosStage } from './chaos_stage';
import type { Road } from './roads';
import { fakeTargets } from '../support/fake_target';
import { allGranted } from '../support/builders';

/** The reads of the page's routes before anything is created. */
type Read = (
  azure: Azure,
  { stage, request }: { stage: ChaosStage; request: Road['request'] },
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
      kibanaVersion,
      now: new Date(),
    }),
};

/** Answers, or fails with a named problem; a mistake that a check reported counts as one. */
async function endOfRead(stage: ChaosStage, { request }: Road, read: Read) {
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

/** Every call of a read meets every fault. */
export async function readMatrix({ stage, road, isChosen, onRow }: MatrixOptions): Promise<void> {
  for (const [name, read] of Object.entries(reads)) {
    await stage.arrange(beginning(road));
    await endOfRead(stage, road, read);
    for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
      await arrangeCell(stage, beginning(road), cell);
      const { end, wrong } = await endOfRead(stage, road, read);
      onRow(rowOf(name, cell, end, wrong));
    }
  }
}
