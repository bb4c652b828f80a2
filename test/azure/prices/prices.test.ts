import * as v from 'valibot';
import { answerInProcess } from '../in_process';
import { createState } from '../state';
import type { WorldName } from '../worlds/worlds';
import { metersOf } from '../catalogue/meters';
import { models } from '../catalogue/models';
import { globalStandard, standard } from '../catalogue/offers';

const list = 'https://prices.azure.com/api/retail/prices';

async function get(url: string, world: WorldName = 'empty', pageSize?: number) {
  const state = createState(world, 'instant');
  if (pageSize !== undefined) state.world.pageSize = pageSize;
  const reply = await answerInProcess(state, {
    method: 'GET',
    url: new URL(url),
    headers: {},
    body: '',
  });
  if (reply === 'dropped') throw new Error('The connection broke off.');
  return reply;
}

const answerShape = v.object({
  Items: v.array(v.looseObject({ meterId: v.string(), type: v.string(), retailPrice: v.number() })),
  NextPageLink: v.nullable(v.string()),
});

const read = async (query: string, pageSize?: number) => {
  const { json } = await get(`${list}${query}`, 'empty', pageSize);
  return v.parse(answerShape, json);
};

const model = models.find(({ name }) => name === 'gpt-5.2');
if (!model) throw new Error('There is no such model.');
const [input] = metersOf(model, globalStandard('gpt5'), 'eastus2');
const inputId = input?.meterId ?? '';

describe('the price list', () => {
  it('has a meter of a global type in all regions and one of a regional type in one', async () => {
    const { Items: global } = await read(
      `?$filter=meterId eq '${inputId}' and priceType eq 'Consumption'`,
    );
    expect(global.length).toBeGreaterThan(3);
    expect(new Set(global.map(({ retailPrice }) => retailPrice))).toEqual(new Set([1.75]));
    const [regional] = metersOf(model, standard('gpt5', []), 'eastus2');
    const { Items: one } = await read(
      `?$filter=meterId eq '${regional?.meterId}' and priceType eq 'Consumption'`,
    );
    expect(one).toHaveLength(1);
  });

  it('has prices of other types under the same meter unless the filter leaves them out', async () => {
    const { Items: all } = await read(`?$filter=meterId eq '${inputId}'`);
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set(['Consumption', 'DevTestConsumption']),
    );
  });

  it('converts currencies', async () => {
    const { Items: all } = await read(`?currencyCode='EUR'&$filter=meterId eq '${inputId}'`);
    expect(all[0]).toMatchObject({ currencyCode: 'EUR', retailPrice: 1.61 });
  });

  it('is paged, with the port in the link', async () => {
    const query = `?$filter=meterId eq '${inputId}' and priceType eq 'Consumption'`;
    const whole = await read(query);
    const first = await read(query, 2);
    expect(first.Items).toHaveLength(2);
    expect(first.NextPageLink).toMatch(/^https:\/\/prices\.azure\.com:443\/.*skip=2$/);
    const second = await read(new URL(first.NextPageLink ?? '').search, 2);
    expect([...first.Items, ...second.Items]).toEqual(whole.Items.slice(0, 4));
  });

  it.each([
    `meterId eq ${inputId}`,
    `meterId = '${inputId}'`,
    `type eq 'Consumption'`,
    `meterId eq '${inputId}' AND`,
    `meterId eq '${inputId}' and `,
    `meterId eq 'it's'`,
    '',
  ])('refuses the filter %s', async (filter) => {
    const reply = await get(`${list}?$filter=${filter}`);
    expect(reply).toMatchObject({ status: 400, json: { Error: { Code: 'BadRequest' } } });
  });

  it('refuses an unknown currency and knows no other path', async () => {
    expect((await get(`${list}?currencyCode='XYZ'`)).status).toBe(400);
    expect((await get('https://prices.azure.com/api/prices')).status).toBe(404);
  });

  it('is unreachable in its world', async () => {
    await expect(get(list, 'price_list_unreachable')).rejects.toThrow('broke off');
  });
});
