import { SetupError } from '../../../common/problem';
import { targetIdOf } from '../../../common/targets/inference_id';
import { targetKinds, type TargetChoice } from '../../../common/targets/targets';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { createFakeEndpoint, createFakeTarget } from '../../../test/support/fake_target';
import { missingTargetsOfEach } from './missing_targets';
import type { Target } from './target';

const idOf = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const aSetup = (target: TargetChoice, digit: number) => {
  const runId = `${digit}${idOf(digit).slice(1)}`;
  return { runId, request: aSetupRequest({ target }) };
};
const connector = aSetup('connector', 1);
const endpoint = aSetup('inference_endpoint', 2);
const both = aSetup('both', 3);

/** Both kinds of targets of these setups exist; counts the reads of each. */
function arrange(...existing: Array<ReturnType<typeof aSetup>>) {
  const fakes = { connector: createFakeTarget(), inference_endpoint: createFakeEndpoint() };
  const lists = { connector: jest.fn(), inference_endpoint: jest.fn() };
  for (const kind of targetKinds) {
    for (const { request, runId } of existing) {
      const id = targetIdOf(kind, request, runId);
      const auth = { apiKey: 'key' };
      fakes[kind].stored.set(id, { ...{ id, auth }, name: id, url: '', modelName: 'gpt-5.2' });
    }
    fakes[kind].look = () => Promise.reject(new Error('a read of one target'));
    lists[kind].mockImplementation(fakes[kind].list);
    fakes[kind].list = lists[kind];
  }
  return { targets: fakes, lists };
}

describe('missingTargetsOfEach', () => {
  it('finds the missing targets of all setups with one read per kind', async () => {
    const { targets, lists } = arrange(connector);
    const missingOf = await missingTargetsOfEach(targets, [connector, endpoint, both]);
    expect([connector, endpoint, both].map(missingOf)).toEqual([
      [],
      ['inference_endpoint'],
      ['connector', 'inference_endpoint'],
    ]);
    expect(lists.connector).toHaveBeenCalledTimes(1);
    expect(lists.inference_endpoint).toHaveBeenCalledTimes(1);
  });

  it('reads only the kinds that the setups created', async () => {
    const { targets, lists } = arrange();
    expect((await missingTargetsOfEach(targets, [connector]))(connector)).toEqual(['connector']);
    expect(lists.inference_endpoint).not.toHaveBeenCalled();
    await missingTargetsOfEach(targets, []);
    expect(lists.connector).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Target['list']]>([
    ['failed', () => Promise.reject(new SetupError({ code: 'elasticsearch_unavailable' }))],
    ['was not allowed', async () => undefined],
  ])('counts no target as missing when the read of its kind %s', async (_how, list) => {
    const { targets } = arrange();
    targets.connector.list = list;
    const missingOf = await missingTargetsOfEach(targets, [connector, both]);
    expect(missingOf(connector)).toEqual([]);
    expect(missingOf(both)).toEqual(['inference_endpoint']);
  });
});
