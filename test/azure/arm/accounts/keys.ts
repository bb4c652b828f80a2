import { randomBytes, randomUUID } from 'node:crypto';
import { secretMarker } from '../../entra/access_token';

/** An API key as of today: 84 characters without meaning. */
export const makeKey = (): string =>
  `${secretMarker}${randomBytes(48).toString('hex')}`.slice(0, 72) + 'AAABACOGz1aB';

export const makeEtag = (): string => `"${randomUUID()}"`;
