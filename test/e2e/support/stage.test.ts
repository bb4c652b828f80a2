import { setStage } from './stage';

const openHandles = () =>
  process.getActiveResourcesInfo().filter((name) => /Server|Process/.test(name));

it('a stage cleans up all processes when Kibana does not start', async () => {
  const before = openHandles();
  const stage = setStage({ settings: { 'no.such.setting': true } });
  await expect(stage).rejects.toThrow('Kibana did not start');
  expect(openHandles()).toEqual(before);
});
