import { ok, type Reply } from '../http/message';
import { armOrigin, type TenantCall } from './call';

interface Cursor {
  offset: number;
  /** The empty page was already given. */
  rested: boolean;
}

const cursorOf = (text: string | null): Cursor => {
  const [offset = '0', rested] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split('.');
  return { offset: Number.parseInt(offset, 10) || 0, rested: rested === 'rested' };
};
const write = ({ offset, rested }: Cursor) =>
  Buffer.from(`${offset}.${rested ? 'rested' : ''}`).toString('base64url');

const linkTo = (call: TenantCall, cursor: Cursor): string => {
  const { pathname, searchParams } = call.request.url;
  const query = new URLSearchParams(searchParams);
  query.set('$skiptoken', write(cursor));
  return `${armOrigin(call.cloud)}${pathname}?${query.toString()}`;
};

/** A page of a list, with a `nextLink` while there is more; the second page can be empty. */
export function page<Item>(call: TenantCall, items: readonly Item[]): Reply {
  const { pageSize, emptyPage } = call.state.world;
  const cursor = cursorOf(call.request.url.searchParams.get('$skiptoken'));
  const size = pageSize ?? items.length;
  if (emptyPage && cursor.offset > 0 && !cursor.rested)
    return ok({ value: [], nextLink: linkTo(call, { ...cursor, rested: true }) });
  const end = cursor.offset + size;
  const value = items.slice(cursor.offset, end);
  return end < items.length
    ? ok({ value, nextLink: linkTo(call, { ...cursor, offset: end }) })
    : ok({ value });
}
