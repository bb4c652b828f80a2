import { cloudSchema, type Cloud } from '../../../common/sign_in';
import { sameText } from '../../../common/values/same_text';
import { clouds } from './clouds';

/** A deployment, as a connector names it. */
export interface DeployedModel {
  cloud: Cloud;
  host: string;
  /** Custom subdomain of the account; absent at the host that a whole region shares. */
  subdomain?: string;
  /** Region of such a host. */
  location?: string;
  deploymentName: string;
}

/** Anyone can write the URL of a connector. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The path names the deployment, or, in the API without dates and that of responses, the body does. */
function nameIn(pathname: string, model: string | undefined): string | undefined {
  const [openai, deployments, name = ''] = pathname.split('/').filter(Boolean);
  if (openai !== 'openai') return undefined;
  return deployments === 'deployments' ? decoded(name) : model;
}

type Place = Pick<DeployedModel, 'cloud' | 'host' | 'subdomain' | 'location'>;

/** The account or the region of a host of Azure's; undefined for any other host. */
export function placeOf(url: string): Place | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, hostname, origin, username } = new URL(url);
  if (origin !== `https://${hostname}` || username !== '') return undefined;
  for (const cloud of cloudSchema.options) {
    const { regional, dataSuffixes, foundry } = clouds[cloud];
    const suffix = [...dataSuffixes, foundry].find((one) => one && hostname.endsWith(`.${one}`));
    if (!suffix) continue;
    const label = hostname.slice(0, -suffix.length - 1);
    if (label.includes('.')) return undefined;
    return { cloud, host, ...(suffix === regional ? { location: label } : { subdomain: label }) };
  }
  return undefined;
}

/**
 * The deployment behind a URL; undefined for any other host or path.
 * @param model - The one that the calls name in their body.
 */
export function deploymentAt(url: string, model?: string): DeployedModel | undefined {
  const place = placeOf(url);
  const deploymentName = place && nameIn(new URL(url).pathname, model);
  return deploymentName ? { ...place, deploymentName } : undefined;
}

/** Not known at the hosts of regions: the key tells which account is called. */
export const isSameDeployed = (one: DeployedModel, other: DeployedModel): boolean =>
  one.subdomain !== undefined &&
  one.cloud === other.cloud &&
  one.subdomain === other.subdomain &&
  sameText(one.deploymentName, other.deploymentName);
