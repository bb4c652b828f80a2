import * as v from 'valibot';
import { own } from '../../../../common/values/own';
import type { ArmConnection } from './connection';
import { atGroupOrAbove } from './scope';
import type { Azure, Lock } from '../azure';

/** At the scope and above it; without the filter, Azure also returns the locks below. */
const query = '$filter=atScope()&api-version=2016-09-01';
const ownTail = /\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i;

const lockShape = v.object({
  id: v.string(),
  name: v.string(),
  properties: v.object({ level: v.string() }),
});

const levels: Readonly<Record<string, Lock['level']>> = {
  readonly: 'ReadOnly',
  cannotdelete: 'CanNotDelete',
};

/** Azure has a third level, `NotSpecified`, without an effect. */
function toLock(found: unknown): Lock[] {
  const { id, name, properties } = v.parse(lockShape, found);
  const level = own(levels, properties.level.toLowerCase());
  return level ? [{ name, level, scope: id.replace(ownTail, '') }] : [];
}

/** Resource locks. */
export const armLocks = ({ list }: ArmConnection): Pick<Azure, 'locks'> => ({
  locks: ({ subscriptionId, resourceGroup, accountName }) =>
    atGroupOrAbove({ subscriptionId, resourceGroup, accountName }, async (scope) =>
      (await list(`${scope}/providers/Microsoft.Authorization/locks?${query}`)).flatMap(toLock),
    ),
});
