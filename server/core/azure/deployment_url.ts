import { cloudSchema, type Cloud } from '../../../common/sign_in';
import { sameText } from '../../../common/values/same_text';
import { clouds, isDataUrl } from './clouds';

/** A deployment, as a chat completions URL names it. */
export interface DeployedModel {
  cloud: Cloud;
  host: string;
  /** Custom subdomain of the account; absent at the host that a whole region shares. */
  subdomain?: string;
  deploymentName: string;
}

/** The deployment in a path that ends in `/openai/deployments/<name>/chat/completions`. */
function nameIn(pathname: string): string {
  const [openai, deployments, name = '', ...rest] = pathname.split('/').filter(Boolean).slice(-5);
  const isChat = openai === 'openai' && deployments === 'deployments';
  return isChat && rest.join('/') === 'chat/completions' ? name : '';
}

/** Anyone can write the URL of a connector. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The deployment behind a URL; undefined for any other host, path or form. */
export function deploymentAt(url: string): DeployedModel | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, hostname, pathname } = new URL(url);
  const cloud = cloudSchema.options.find((one) => isDataUrl(one, url));
  const deploymentName = decoded(nameIn(pathname));
  if (!cloud || !deploymentName) return undefined;
  const { regional, dataSuffixes } = clouds[cloud];
  const suffix = dataSuffixes.find((one) => hostname.endsWith(`.${one}`)) ?? '';
  const label = hostname.slice(0, -suffix.length - 1);
  const isOwn = suffix !== regional && !label.includes('.');
  return { cloud, host, ...(isOwn && { subdomain: label }), deploymentName };
}

export const isSameDeployed = (one: DeployedModel, other: DeployedModel): boolean =>
  one.subdomain !== undefined &&
  one.cloud === other.cloud &&
  one.subdomain === other.subdomain &&
  sameText(one.deploymentName, other.deploymentName);
