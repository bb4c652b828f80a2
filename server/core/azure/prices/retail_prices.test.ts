import { readFile } from 'node:fs/promises';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import type { FaultAction, Reply } from '../../../../test/azure';
import { problemOf } from '../../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../../test/support/simulated_azure';
import { createPriceTransport } from '../arm/arm_transport';
import { retailPrices } from './retail_prices';

const host = 'prices.azure.com';

const simulator = useSimulatedAzure();
let transport: HttpClient;
beforeAll(async () => {
  transport = createPriceTransport({
    cloud: 'public',
    proxyUrl: simulator().proxyUrl,
    certificateAuthorities: [await readFile(simulator().caFile, 'utf8')],
  });
});
beforeEach(() => {
  delete simulator().state.rewrite;
  simulator().reset('empty', 'instant');
});
afterAll(() => simulator().stop());

const someId = 'aaaaaaaa-1111-4111-8111-111111111111';
const list = () => retailPrices('public', transport);
const read = async (meterId = someId) => (await list()?.read(meterId)) ?? [];

/** A row in the format of the real list. */
const row = (change: object = {}) => ({
  ...{ currencyCode: 'USD', tierMinimumUnits: 0, retailPrice: 1.75, unitPrice: 1.75 },
  ...{ armRegionName: 'eastus2', location: 'US East 2', meterId: someId },
  ...{ effectiveStartDate: '2026-01-01T00:00:00Z', unitOfMeasure: '1M', type: 'Consumption' },
  ...change,
});
const page = (Items: unknown, NextPageLink: unknown = null): Reply => ({
  status: 200,
  json: { BillingCurrency: 'USD', Items, NextPageLink, Count: 1 },
});
const answerWith = (reply: Reply) => {
  simulator().state.rewrite = () => reply;
};
const fault = (action: FaultAction, times?: number) => {
  simulator().state.faults = [{ match: { host, method: 'GET' }, action, ...(times && { times }) }];
};

describe('the public price list', () => {
  it('is read by meter, without a token', async () => {
    await read();
    const [asked] = simulator().requests.filter(({ method }) => method === 'GET');
    expect(asked).toMatchObject({ host, status: 200, authorization: 'none' });
    const { searchParams } = new URL(asked?.path ?? '', `https://${host}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      currencyCode: "'USD'",
      $filter: `meterId eq '${someId}' and priceType eq 'Consumption'`,
    });
  });

  it('gives its entries for use that is paid as it happens', async () => {
    answerWith(
      page([
        row({ meterId: someId.toUpperCase(), armRegionName: 'East US 2' }),
        row({ type: 'DevTestConsumption' }),
        row({ type: 'Reservation' }),
        row({ armRegionName: null }),
      ]),
    );
    const entry = {
      ...{ meterId: someId, location: 'eastus2', currency: 'USD', price: 1.75 },
      ...{ unitOfMeasure: '1M', tierMinimumUnits: 0, effectiveFrom: '2026-01-01T00:00:00Z' },
    };
    expect(await read()).toEqual([entry, { ...entry, location: '' }]);
  });

  it('exists in the public cloud only', () => {
    expect(retailPrices('usGovernment', transport)).toBeUndefined();
    expect(retailPrices('china', transport)).toBeUndefined();
  });
});

describe('a read of the price list fails', () => {
  const down = { status: 503, code: 'Down', message: 'No.' };
  const anHour = { 'retry-after': '3600' };
  const huge = { hugeBytes: 30_000_000 };
  it.each<[string, FaultAction, string]>([
    ['a page of a gateway', { html: 200 }, 'answer_not_azure'],
    ['a refusal of a gateway', { html: 403 }, 'answer_not_azure'],
    ['a proxy’s demand for a password', { html: 407 }, 'proxy_authentication_required'],
    ['an empty answer', { body: '' }, 'answer_not_azure'],
    ['an answer of another service', { body: '{"value":[]}' }, 'answer_not_azure'],
    ['a list instead of an object', { body: '[]' }, 'answer_not_azure'],
    ['a refusal', { status: 400, code: 'BadRequest', message: 'No.' }, 'answer_not_azure'],
    ['an answer without content', { status: 204, code: 'No', message: '' }, 'answer_not_azure'],
    ['a service that is down', down, 'gateway_unavailable'],
    ['a lost connection', 'reset', 'azure_unreachable'],
    ['an answer that breaks off', 'truncate', 'azure_unreachable'],
    ['a compressed one that breaks off', 'truncate_gzip', 'azure_unreachable'],
    ['a redirect', { redirect: 'https://evil.example.com/' }, 'azure_host_refused'],
    ['an excessive answer', huge, 'azure_answer_too_large'],
    ['an excessive compressed one', { ...huge, gzip: true }, 'azure_answer_too_large'],
    ['a next page that is the same', 'self_link', 'azure_answer_too_large'],
    ['silence', { hangMs: 60_000 }, 'azure_busy'],
    ['silence after the head', { hangMs: 60_000, after: 'headers' }, 'azure_busy'],
    ['a pause of an hour', { ...down, status: 429, headers: anHour }, 'gateway_unavailable'],
  ])('with %s', async (_what, action, code) => {
    fault(action);
    expect((await problemOf(read())).code).toBe(code);
  });

  it.each<[string, unknown]>([
    ['a row that is none', [row(), 7]],
    ['a price in words', [row({ retailPrice: '1.75', unitPrice: '1.75' })]],
    ['a price beyond all bounds', [row({ retailPrice: 1e300, unitPrice: 1e300 })]],
    ['a price without a number', [row({ retailPrice: null, unitPrice: null })]],
    ['two prices in one row', [row({ unitPrice: 1.5 })]],
    ['a row without a unit', [row({ unitOfMeasure: undefined })]],
    ['a row without a currency', [row({ currencyCode: '' })]],
    ['no rows at all', undefined],
  ])('with %s', async (_what, items) => {
    answerWith(page(items));
    expect((await problemOf(read())).code).toBe('answer_not_azure');
  });

  it.each([
    'https://evil.example.com/api/retail/prices?$skip=1000',
    'http://prices.azure.com/api/retail/prices?$skip=1000',
    'https://management.azure.com/subscriptions',
    'https://prices.azure.com@evil.example.com/',
    'https://[',
  ])('with a next page at %s', async (next) => {
    answerWith(page([row()], next));
    expect((await problemOf(read())).code).toBe('azure_host_refused');
    const hosts = simulator().requests.map((request) => request.host);
    expect(new Set(hosts)).toEqual(new Set([host]));
  });

  it('with pages without an end', async () => {
    fault('endless_pages');
    // Either limit.
    expect((await problemOf(read())).code).toMatch(/^(azure_answer_too_large|azure_busy)$/);
  });

  it('if the host cannot be reached', async () => {
    simulator().reset('price_list_unreachable', 'instant');
    // The other transport has an open connection.
    const fresh = createPriceTransport({ cloud: 'public', proxyUrl: simulator().proxyUrl });
    const unreachable = retailPrices('public', fresh)?.read(someId);
    expect(await problemOf(Promise.resolve(unreachable))).toMatchObject({
      code: 'azure_unreachable',
      detail: { host },
    });
  });
});

describe('the transport to the price list', () => {
  const send = (url: string) =>
    transport.sendRequest(
      createPipelineRequest({
        url,
        headers: createHttpHeaders({ authorization: 'Bearer secret' }),
      }),
    );

  it('takes a token off a request', async () => {
    await send(`https://${host}/api/retail/prices`);
    expect(simulator().requests.at(-1)).toMatchObject({ host, authorization: 'none' });
  });

  it.each([
    'https://management.azure.com/subscriptions',
    'https://login.microsoftonline.com/common/',
    `http://${host}/`,
    `https://${host}.evil.example.com/`,
    `https://${host}:8443/`,
  ])('does not send to %s', async (url) => {
    expect((await problemOf(send(url))).code).toBe('azure_host_refused');
    expect(simulator().requests).toEqual([]);
  });

  it('is the only one that sends there', async () => {
    const request = createPipelineRequest({ url: `https://${host}/api/retail/prices` });
    const refused = problemOf(simulator().transport('public').sendRequest(request));
    expect((await refused).code).toBe('azure_host_refused');
  });
});
