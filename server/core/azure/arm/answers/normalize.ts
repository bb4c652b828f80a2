import type { ProvisioningState } from '../../azure';

/** Azure writes one region as `swedencentral`, `Sweden Central` and `SWEDENCENTRAL`. */
export const toRegionName = (location: string | undefined): string =>
  (location ?? '').toLowerCase().replaceAll(' ', '');

const states: readonly ProvisioningState[] = [
  'Accepted',
  'Creating',
  'Updating',
  'ResolvingDNS',
  'Moving',
  'Deleting',
  'Succeeded',
  'Failed',
  'Canceled',
  'Disabled',
];

/** A missing state means done, as in ARM's specification; an unknown one means in progress. */
export function toState(state: string | undefined): ProvisioningState {
  if (!state) return 'Succeeded';
  return states.find((known) => known.toLowerCase() === state.toLowerCase()) ?? 'Updating';
}

/** The resource group in an ARM id, the only place where Azure's lists have it. */
export function resourceGroupOf(id: string | undefined): string {
  return /\/resourceGroups\/([^/]+)/i.exec(id ?? '')?.[1] ?? '';
}

export const isoDate = (date: string | Date | undefined): string | undefined => {
  const time = new Date(date ?? NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};
