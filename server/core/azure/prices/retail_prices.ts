import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { parseJson } from '../../../../common/values/json';
import { SetupError } from '../../../../common/problem';
import type { Cloud } from '../../../../common/sign_in';
import type { ListedPrice, PriceList } from '../price_list';
import { toRegionName } from '../arm/answers/normalize';
import { pageReader } from '../arm/answers/read_answer';
import { requiredNumber, requiredText, text } from '../arm/answers/shapes';
import { clouds } from '../clouds';
import { notAzure } from '../http/foreign_answer';
import { connectionProblem } from '../http/transport_errors';

/** Milliseconds for one meter; short, because the price is optional. */
const longestReadMs = 5_000;

const rowShape = v.object({
  meterId: requiredText,
  type: requiredText,
  currencyCode: requiredText,
  retailPrice: requiredNumber,
  /** The same as `retailPrice`. */
  unitPrice: requiredNumber,
  unitOfMeasure: requiredText,
  tierMinimumUnits: requiredNumber,
  armRegionName: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
  effectiveStartDate: text,
  effectiveEndDate: text,
});

/** The entry of a pay-as-you-go row; the list also has reservations and dev/test prices. */
function toListedPrice(found: unknown, fail: () => SetupError): ListedPrice[] {
  const row = v.safeParse(rowShape, found);
  if (!row.success || row.output.retailPrice !== row.output.unitPrice) throw fail();
  const { meterId, type, currencyCode: currency, retailPrice: price } = row.output;
  const { unitOfMeasure, tierMinimumUnits, armRegionName, ...dates } = row.output;
  if (type !== 'Consumption') return [];
  return [
    {
      ...{ meterId: meterId.toLowerCase(), currency, price, unitOfMeasure, tierMinimumUnits },
      location: toRegionName(armRegionName ?? undefined),
      effectiveFrom: dates.effectiveStartDate,
      effectiveUntil: dates.effectiveEndDate,
    },
  ];
}

const firstPage = (host: string, meterId: string): string => {
  const url = new URL('/api/retail/prices', host);
  url.searchParams.set('currencyCode', "'USD'");
  url.searchParams.set('$filter', `meterId eq '${meterId}' and priceType eq 'Consumption'`);
  return url.href;
};

const namesOfPages = { items: 'Items', next: 'NextPageLink' };

/**
 * Azure's public price list; undefined in clouds that have none. It needs no authentication.
 * @param httpClient - From `createPriceTransport`.
 */
export function retailPrices(cloud: Cloud, httpClient: HttpClient): PriceList | undefined {
  const { priceList: host } = clouds[cloud];
  if (!host) return undefined;
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: 1 },
    userAgentOptions: { userAgentPrefix: 'kibana-azure-openai-setup' },
  });

  async function readPages(start: string, abortSignal: AbortSignal): Promise<ListedPrice[]> {
    const all: ListedPrice[] = [];
    const readPage = pageReader(namesOfPages);
    let next: string | undefined = start;
    while (next) {
      const url = new URL(next, host).href;
      const headers = createHttpHeaders({ accept: 'application/json' });
      const request = createPipelineRequest({ url, headers, abortSignal });
      const response = await pipeline.sendRequest(httpClient, request);
      const fail = () => notAzure(response.status, url);
      if (response.status !== 200) throw fail();
      const page = readPage(parseJson(response.bodyAsText), response);
      for (const row of page.value) all.push(...toListedPrice(row, fail));
      next = page.nextLink;
    }
    return all;
  }

  return {
    async read(meterId) {
      const url = firstPage(host, meterId);
      const limit = AbortSignal.timeout(longestReadMs);
      try {
        return await readPages(url, limit);
      } catch (error) {
        if (limit.aborted) throw new SetupError({ code: 'azure_busy' });
        if (isRestError(error)) throw new SetupError(connectionProblem(error, url));
        throw error;
      }
    },
  };
}
