import { within } from '@testing-library/react';
import type { Run } from '../../../common/run';
import { sizes } from '../../../test/support/builders/a_size_change';
import {
  aBlockedRun,
  aFinishedRun,
  aRecommendation,
  aRunId,
} from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, isolatedPage, see } from '../../../test/support/page/page_driver';

const { request } = aRecommendation();
const finished = aFinishedRun(request);
const page = isolatedPage();
const search = `?run=${aRunId}`;

/** Opens the run without a session. */
const open = (run: Run) => page.open({ run: () => ({ run }) }, { search });

async function expectNext(...texts: string[]): Promise<void> {
  const facts = within(await see('facts')).getAllByRole('listitem');
  expect(facts.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(new RegExp(`^${texts.join('.*')}$`)),
    expect.stringContaining('Contributor on an Azure subscription.'),
  ]);
}

describe('the panel next to the sign-in says that', () => {
  it('the person enters the throughput when its form has asked for the sign-in', async () => {
    open(finished);
    await click('changeSize');
    await click('signInAgain');
    await expectNext('You enter the throughput', 'Nothing changes until you confirm it. ');
  });

  it('the throughput is changed when the form was submitted', async () => {
    const answers: Answers = {
      run: () => ({ run: finished }),
      changeSize: ({ body: { dryRun } }) => {
        if (!dryRun) throw failure({ code: 'session_expired' });
        return { sizes, verdicts: [] };
      },
    };
    await page.openSignedIn(answers, { search });
    await click('changeSize');
    await fill('changeSizeNumber', '200000');
    await click('changeSizeConfirm');
    await click('signInAgain');
    await expectNext('The throughput is changed', "You don't have to submit the value again. ");
  });

  it('the person reviews the deletion when it has asked for the sign-in', async () => {
    open(finished);
    await click('removeAll');
    await click('signInAgain');
    await expectNext(
      'You review what will be deleted',
      'Nothing is deleted until you confirm it. ',
    );
  });

  it('the stopped step continues when only a sign-in was missing', async () => {
    open(aBlockedRun(request, 2, { code: 'token_expired' }));
    await click('signInAgain');
    await expectNext('The stopped step continues', "You don't have to start it again. ");
  });

  it('the person returns to the setup when it stopped for another reason', async () => {
    open(aBlockedRun(request, 2, { code: 'azure_busy' }));
    await click('resumeButton');
    await expectNext('You return to this setup', 'Nothing changes until you confirm it. ');
  });
});
