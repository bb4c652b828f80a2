import type { SetupRequest } from '../../common/setup_request';

/** `check status code`, or `step conflict code`, and the fixes offered after a colon. */
export type Found = string;

export interface Expected {
  request?: Partial<SetupRequest>;
  found: Found[];
}

export const named = (name: string, resourceGroup = 'kibana-openai') => ({
  accountName: name,
  customSubDomainName: name,
  resourceGroup,
});

export const team = named('team-openai', 'rg-team');

export const inTeam = { resourceGroup: 'rg-team' };
