import type { SetupRequest } from '../../../../common/setup_request';
import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import { readRunState } from './read_run_state';
import { newRun, requestsOf, toTaskState } from './run_state';
import { setUp } from '../set_up';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const owner = { user: 'profile/u1', space: 'default' };
const request = aSetupRequest();
const previous = aSetupRequest({ accountName: 'first-try', location: 'westus3' });

describe('the state of a run', () => {
  it('is read as it was saved', () => {
    const state = { run: newRun(setUp, runId, request, new Date()), owner, generation: 3 };
    expect(readRunState(JSON.parse(JSON.stringify(toTaskState(state))))).toEqual(state);
  });

  it('is read from a document of the first version', () => {
    const line = { name: 'kibana-openai', startedAt: '2026-11-01T10:00:00.000Z' };
    const former = ({ target: _target, targetName: connectorName, ...rest }: SetupRequest) => ({
      ...rest,
      connectorName,
      skuName: 'S0',
    });
    const document = {
      owner,
      session: 'sealed',
      strayTickAt: '2026-11-01T10:01:00.000Z',
      run: {
        runId,
        status: 'undoing',
        request: former(request),
        former: [former(previous)],
        connectorId: runId,
        startedAt: '2026-11-01T10:00:00.000Z',
        steps: [
          { ...line, step: 'resource_group', status: 'pending', outcome: 'created' },
          { ...line, step: 'connector', status: 'kept', problem: { code: 'mark_missing' } },
        ],
      },
    };
    const state = readRunState(document);
    expect(state).toEqual({
      owner,
      session: 'sealed',
      abandonedTickAt: '2026-11-01T10:01:00.000Z',
      run: {
        runId,
        workflow: 'set_up',
        status: 'undoing',
        request,
        previousRequests: [previous],
        startedAt: '2026-11-01T10:00:00.000Z',
        steps: [
          document.run.steps[0],
          { ...line, step: 'target', status: 'kept', problem: { code: 'ownership_tag_missing' } },
        ],
      },
    });
    expect(state && requestsOf(state.run)).toEqual([request, previous]);
  });

  it.each([{}, { workflow: 'of_a_later_version' }, { status: 'of_a_later_version' }])(
    'is not read from a document with %j',
    (change) => {
      const run = { ...newRun(setUp, runId, request, new Date()), ...change };
      const document = 'workflow' in change || 'status' in change ? { run, owner } : { run };
      expect(readRunState(document)).toBeUndefined();
    },
  );
});
