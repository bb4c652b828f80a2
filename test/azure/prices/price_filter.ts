import type { PriceRow } from './price_rows';

/** The names in a filter, and the member of a row that each one refers to. */
const fields: Readonly<Record<string, keyof PriceRow>> = {
  armregionname: 'armRegionName',
  location: 'location',
  meterid: 'meterId',
  metername: 'meterName',
  productid: 'productId',
  skuid: 'skuId',
  productname: 'productName',
  skuname: 'skuName',
  servicename: 'serviceName',
  serviceid: 'serviceId',
  servicefamily: 'serviceFamily',
  pricetype: 'type',
  armskuname: 'armSkuName',
};

type Filter = (row: PriceRow) => boolean;

const condition = /^\s*(\w+) eq '((?:[^']|'')*)'\s*(?:and(?= )|$)/;

/**
 * The filter of an OData text: `field eq 'value'`, joined by `and`. Values compare without regard to case, as without an
 * `api-version`. Undefined for anything else; the real list knows more, which no client here may rely on.
 */
export function parseFilter(text: string): Filter | undefined {
  const parts: Filter[] = [];
  let rest = text;
  while (rest !== '') {
    const [whole, name = '', quoted = ''] = condition.exec(rest) ?? [];
    const field = fields[name.toLowerCase()];
    if (whole === undefined || !field) return undefined;
    const value = quoted.replaceAll("''", "'").toLowerCase();
    parts.push((row) => String(row[field]).toLowerCase() === value);
    rest = rest.slice(whole.length);
    if (rest === '' && /and$/.test(whole)) return undefined;
  }
  return parts.length > 0 ? (row) => parts.every((part) => part(row)) : undefined;
}
