import type { Cloud } from '../../../common/sign_in';

/** All differences between Azure's clouds. The only place with Azure host names. */
interface CloudHosts {
  /** Entra ID, where tokens are issued. */
  authority: string;
  /** Azure Resource Manager. */
  management: string;
  /** Valid audiences of an ARM token; sign-in requests the first one. */
  audiences: readonly string[];
  /** Audience of tokens for calling a model; its host is a suffix of endpoints, too. */
  dataAudience: string;
  portal: string;
  /** The public price list, which needs no sign-in. Absent if the cloud has none. */
  priceList?: string;
  /** Suffix of the OpenAI endpoint of an account. */
  openAi: string;
  /** Suffix of the regional hosts. */
  regional: string;
  /** Suffix of another host of an account, which existing connectors can call. Setup sends nothing there. */
  foundry?: string;
  /** Pages for entering a device code. */
  deviceLogin: readonly string[];
}

export const clouds: Record<Cloud, CloudHosts> = {
  public: {
    authority: 'https://login.microsoftonline.com',
    management: 'https://management.azure.com',
    audiences: ['https://management.azure.com', 'https://management.core.windows.net'],
    dataAudience: 'https://cognitiveservices.azure.com',
    portal: 'https://portal.azure.com',
    priceList: 'https://prices.azure.com',
    openAi: 'openai.azure.com',
    regional: 'api.cognitive.microsoft.com',
    foundry: 'services.ai.azure.com',
    deviceLogin: [
      'https://microsoft.com/devicelogin',
      'https://www.microsoft.com/devicelogin',
      'https://login.microsoft.com/device',
      'https://login.microsoftonline.com/device',
      'https://aka.ms/devicelogin',
    ],
  },
  usGovernment: {
    authority: 'https://login.microsoftonline.us',
    management: 'https://management.usgovcloudapi.net',
    audiences: [
      'https://management.usgovcloudapi.net',
      'https://management.core.usgovcloudapi.net',
    ],
    dataAudience: 'https://cognitiveservices.azure.us',
    portal: 'https://portal.azure.us',
    openAi: 'openai.azure.us',
    regional: 'api.cognitive.microsoft.us',
    deviceLogin: ['https://microsoft.com/deviceloginus', 'https://login.microsoftonline.us/device'],
  },
  china: {
    authority: 'https://login.chinacloudapi.cn',
    management: 'https://management.chinacloudapi.cn',
    audiences: ['https://management.chinacloudapi.cn', 'https://management.core.chinacloudapi.cn'],
    dataAudience: 'https://cognitiveservices.azure.cn',
    portal: 'https://portal.azure.cn',
    openAi: 'openai.azure.cn',
    regional: 'api.cognitive.azure.cn',
    deviceLogin: [
      'https://microsoft.com/deviceloginchina',
      'https://login.chinacloudapi.cn/device',
    ],
  },
};

/** True for the cloud's public price list, which never gets a token. */
export const isPriceListUrl = (cloud: Cloud, url: string): boolean =>
  new URL(url).origin === clouds[cloud].priceList;

/** True if a token of this cloud may be sent to the URL: only its sign-in and management hosts. */
export const isCloudUrl = (cloud: Cloud, url: string): boolean => {
  const { authority, management } = clouds[cloud];
  const { origin } = new URL(url);
  return origin === authority || origin === management;
};

/** Valid suffixes of an account's endpoint. */
export function dataSuffixesOf(cloud: Cloud): string[] {
  const { openAi, dataAudience, regional } = clouds[cloud];
  return [openAi, new URL(dataAudience).host, regional];
}

/** True if the URL is an account's endpoint in this cloud. */
export const isDataUrl = (cloud: Cloud, url: string): boolean => {
  const { origin, hostname, username } = new URL(url);
  return (
    origin === `https://${hostname}` &&
    username === '' &&
    dataSuffixesOf(cloud).some((suffix) => hostname.endsWith(`.${suffix}`))
  );
};

/** The host of a region's AI services, which always exists. */
export const regionalEndpoint = (cloud: Cloud, location: string): string =>
  `https://${location}.${clouds[cloud].regional}/`;
