import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import {
  aBlockedRun,
  aFinishedRun,
  anUndoneRun,
  aRun,
  aRunId,
  aSession,
} from '../../../test/support/builders/answers';
import type { Run } from '../../../common/run';
import type { Draft } from './draft';
import { pageState, type PageState } from './page_state';
import type { PageLocation } from '../location/use_location';

const request = aSetupRequest();
const session = aSession();
const moving = aRun(request, 2);
const blocked = aBlockedRun(request, 2, { code: 'insufficient_quota' });
const finished = aFinishedRun(request);
const undone = anUndoneRun(finished);
const runId = aRunId;
const changing = { session, runId };

type Row = [
  string,
  PageLocation,
  Pick<Draft, 'session' | 'runId'>,
  Run | undefined,
  PageState['screen'],
];

test.each<Row>([
  ['nothing is known', {}, {}, undefined, 'sign_in'],
  ['a signed-in person opens the page', {}, { session }, undefined, 'sign_in'],
  ['the plan is opened without a sign-in', { screen: 'plan' }, {}, undefined, 'sign_in'],
  ['the plan is opened', { screen: 'plan' }, { session }, undefined, 'plan'],
  ['a run is not read yet', { runId }, {}, undefined, 'progress'],
  ['a run is moving', { runId }, { session }, moving, 'progress'],
  ['a run has stopped', { runId }, {}, blocked, 'progress'],
  ['a run was removed', { runId }, {}, undone, 'progress'],
  ['a run has finished', { runId }, {}, finished, 'done'],
  [
    'a finished run is opened at the sign-in',
    { runId, screen: 'sign_in' },
    {},
    finished,
    'sign_in',
  ],
  ['the values of a run are changed', { runId, screen: 'plan' }, changing, blocked, 'change'],
  [
    'a run is changed after the sign-in ended',
    { runId, screen: 'plan' },
    { runId },
    blocked,
    'sign_in',
  ],
  ['a changed run moves again', { runId, screen: 'plan' }, changing, moving, 'progress'],
  ['a changed run has finished', { runId, screen: 'plan' }, changing, finished, 'done'],
  ['the draft is of another run', { runId, screen: 'plan' }, { session }, blocked, 'progress'],
  ['a changed run is not read yet', { runId, screen: 'plan' }, changing, undefined, 'progress'],
])('pageState shows the fitting screen when %s', (_when, location, draft, run, screen) => {
  expect(pageState(location, draft, run).screen).toBe(screen);
});
