/** Cloud of a host name. */
export type Cloud = 'public' | 'usGovernment' | 'china';

interface CloudNames {
  entra: string;
  arm: string;
  /** Audiences of an ARM token, the newer first. */
  armAudiences: readonly string[];
  /** Audiences of a token for the OpenAI data plane. */
  dataAudiences: readonly string[];
  openAi: string;
  cognitive: string;
  foundry?: string;
  regional: string;
  /** The public price list; the other clouds have none. */
  prices?: string;
}

/**
 * Host names of the three clouds as Microsoft documents them. Stated here on their own, not taken from
 * the plugin: a wrong name in the plugin has to fail against the simulator.
 */
export const cloudNames: Record<Cloud, CloudNames> = {
  public: {
    entra: 'login.microsoftonline.com',
    arm: 'management.azure.com',
    armAudiences: ['https://management.azure.com', 'https://management.core.windows.net'],
    dataAudiences: ['https://cognitiveservices.azure.com', 'https://ai.azure.com'],
    openAi: 'openai.azure.com',
    cognitive: 'cognitiveservices.azure.com',
    foundry: 'services.ai.azure.com',
    regional: 'api.cognitive.microsoft.com',
    prices: 'prices.azure.com',
  },
  usGovernment: {
    entra: 'login.microsoftonline.us',
    arm: 'management.usgovcloudapi.net',
    armAudiences: [
      'https://management.usgovcloudapi.net',
      'https://management.core.usgovcloudapi.net',
    ],
    dataAudiences: ['https://cognitiveservices.azure.us'],
    openAi: 'openai.azure.us',
    cognitive: 'cognitiveservices.azure.us',
    regional: 'api.cognitive.microsoft.us',
  },
  china: {
    entra: 'login.chinacloudapi.cn',
    arm: 'management.chinacloudapi.cn',
    armAudiences: [
      'https://management.chinacloudapi.cn',
      'https://management.core.chinacloudapi.cn',
    ],
    dataAudiences: ['https://cognitiveservices.azure.cn'],
    openAi: 'openai.azure.cn',
    cognitive: 'cognitiveservices.azure.cn',
    regional: 'api.cognitive.azure.cn',
  },
};

/** The family of a data-plane host: which accounts answer there. */
export type DataFamily = 'openAi' | 'cognitive' | 'foundry' | 'regional';

export type Host =
  | { role: 'entra'; cloud: Cloud }
  | { role: 'arm'; cloud: Cloud }
  | { role: 'prices'; cloud: Cloud }
  | { role: 'data'; cloud: Cloud; family: DataFamily; label: string };

const cloudList: readonly Cloud[] = ['public', 'usGovernment', 'china'];
const families: readonly DataFamily[] = ['openAi', 'cognitive', 'foundry', 'regional'];

const inCloud = (cloud: Cloud, name: string): Host | undefined => {
  const names = cloudNames[cloud];
  if (name === names.entra) return { role: 'entra', cloud };
  if (name === names.arm) return { role: 'arm', cloud };
  if (name === names.prices) return { role: 'prices', cloud };
  for (const family of families) {
    const suffix = names[family];
    if (suffix === undefined || !name.endsWith(`.${suffix}`)) continue;
    const label = name.slice(0, -suffix.length - 1);
    if (/^[a-z0-9-]+$/.test(label)) return { role: 'data', cloud, family, label };
  }
  return undefined;
};

/** The service behind a host name; undefined for hosts other than Azure's. */
export function hostOf(hostname: string): Host | undefined {
  const name = hostname.toLowerCase();
  for (const cloud of cloudList) {
    const host = inCloud(cloud, name);
    if (host) return host;
  }
  return undefined;
}

/** Every name the simulator's certificate has to cover. */
export const certificateNames: readonly string[] = cloudList.flatMap((cloud) => {
  const names = cloudNames[cloud];
  const wildcards = families.flatMap((family) => (names[family] ? [`*.${names[family]}`] : []));
  return [names.entra, names.arm, ...(names.prices ? [names.prices] : []), ...wildcards];
});
