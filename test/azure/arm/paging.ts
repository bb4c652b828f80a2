import { ok, type Reply } from '../http/message';
import { armOrigin, type TenantCall } from './call';

interface Mark {
  offset: number;
  /** The empty page was already given. */
  rested: boolean;
}

const markOf = (text: string | null): Mark => {
  const [offset = '0', rested] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split('.');
  return { offset: Number.parseInt(offset, 10) || 0, rested: rested === 'rested' };
};
const write = ({ offset, rested }: Mark) =>
  Buffer.from(`${offset}.${rested ? 'rested' : ''}`).toString('base64url');

const linkTo = (call: TenantCall, mark: Mark): string => {
  const { pathname, searchParams } = call.request.url;
  const query = new URLSearchParams(searchParams);
  query.set('$skiptoken', write(mark));
  return `${armOrigin(call.cloud)}${pathname}?${query.toString()}`;
};

/** A page of a list, with a `nextLink` while there is more; the second page may be an empty one. */
export function page<Item>(call: TenantCall, items: readonly Item[]): Reply {
  const { pageSize, emptyPage } = call.state.world;
  const mark = markOf(call.request.url.searchParams.get('$skiptoken'));
  const size = pageSize ?? items.length;
  if (emptyPage && mark.offset > 0 && !mark.rested)
    return ok({ value: [], nextLink: linkTo(call, { ...mark, rested: true }) });
  const end = mark.offset + size;
  const value = items.slice(mark.offset, end);
  return end < items.length
    ? ok({ value, nextLink: linkTo(call, { ...mark, offset: end }) })
    : ok({ value });
}
