import { cloudSchema, type Cloud } from '../../../common/sign_in';
import { sameText } from '../../../common/values/same_text';
import { clouds, dataSuffixesOf } from './clouds';

/** A deployment that a connector calls. */
export interface DeployedModel {
  cloud: Cloud;
  host: string;
  /** Custom subdomain of the account; absent for a regional host. */
  subdomain?: string;
  /** Region of a regional host. */
  location?: string;
  deploymentName: string;
}

/** The URL of a connector is untrusted input. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The path has the deployment. In the v1 API and the Responses API, the body has it instead. */
function nameIn(pathname: string, model: string | undefined): string | undefined {
  const [openai, deployments, name = ''] = pathname.split('/').filter(Boolean);
  if (openai !== 'openai') return undefined;
  return deployments === 'deployments' ? decoded(name) : model;
}

type Place = Pick<DeployedModel, 'cloud' | 'host' | 'subdomain' | 'location'>;

/** The account or region of an Azure host; undefined for any other host. */
export function placeOf(url: string): Place | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, hostname, origin, username } = new URL(url);
  if (origin !== `https://${hostname}` || username !== '') return undefined;
  for (const cloud of cloudSchema.options) {
    const { regional, foundry } = clouds[cloud];
    const suffix = [...dataSuffixesOf(cloud), foundry].find(
      (one) => one && hostname.endsWith(`.${one}`),
    );
    if (!suffix) continue;
    const label = hostname.slice(0, -suffix.length - 1);
    if (label.includes('.')) return undefined;
    return { cloud, host, ...(suffix === regional ? { location: label } : { subdomain: label }) };
  }
  return undefined;
}

/**
 * The deployment behind a URL; undefined for any other host or path.
 * @param model - The model in the body of the calls.
 */
export function deploymentAt(url: string, model?: string): DeployedModel | undefined {
  const place = placeOf(url);
  const deploymentName = place && nameIn(new URL(url).pathname, model);
  return deploymentName ? { ...place, deploymentName } : undefined;
}

/** Unknown for regional hosts, where the key determines the account. */
export const isSameDeployed = (one: DeployedModel, other: DeployedModel): boolean =>
  one.subdomain !== undefined &&
  one.cloud === other.cloud &&
  one.subdomain === other.subdomain &&
  sameText(one.deploymentName, other.deploymentName);
