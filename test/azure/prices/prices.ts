import { ok, type Reply, type SimRequest } from '../http/message';
import type { SimulatorState } from '../state';
import { parseFilter } from './price_filter';
import { currencies, priceRows } from './price_rows';

const path = '/api/retail/prices';
/** Of the real list. */
const usualPageSize = 1_000;

export const priceError = (status: number, code: string, message: string): Reply => ({
  status,
  json: { Error: { Code: code, Message: message } },
});
const badRequest = () => priceError(400, 'BadRequest', 'Invalid OData parameters supplied');

/** `'EUR'`, as the documentation has it, or without the quotes. */
const currencyOf = (text: string | null): string | undefined => {
  const code = (text ?? 'USD').replace(/^'(.*)'$/, '$1').toUpperCase();
  return Object.hasOwn(currencies, code) ? code : undefined;
};

/** Azure's public price list. It needs no authentication. */
export function answerPrices({ world }: SimulatorState, { method, url }: SimRequest): Reply {
  if (url.pathname.toLowerCase() !== path) return { status: 404, text: '' };
  if (method !== 'GET') return { status: 405, text: '' };
  const query = url.searchParams;
  const currency = currencyOf(query.get('currencyCode'));
  const filterText = query.get('$filter');
  const filter = filterText === null ? () => true : parseFilter(filterText);
  const skip = Number(query.get('$skip') ?? 0);
  if (!currency || !filter || !Number.isInteger(skip) || skip < 0) return badRequest();
  const found = priceRows(world, currency).filter(filter);
  const end = skip + (world.pageSize ?? usualPageSize);
  const items = found.slice(skip, end);
  const next = new URL(url);
  next.searchParams.set('$skip', String(end));
  return ok({
    BillingCurrency: currency,
    CustomerEntityId: 'Default',
    CustomerEntityType: 'Retail',
    Items: items,
    // The real link names the port.
    NextPageLink:
      end < found.length ? `https://${url.hostname}:443${next.pathname}${next.search}` : null,
    Count: items.length,
  });
}
