import { randomBytes, randomUUID } from 'node:crypto';

/** Every secret of the simulator contains this marker, so a test can search for leaks. */
export const secretMarker = 'S3CR3T';

/** An API key as of today: 84 characters without meaning. */
export const makeKey = (): string =>
  `${secretMarker}${randomBytes(48).toString('hex')}`.slice(0, 72) + 'AAABACOGz1aB';

export const makeEtag = (): string => `"${randomUUID()}"`;
