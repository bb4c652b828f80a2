/** The default Kibana version of builds and of the embedded host. */
export const defaultKibanaVersion = '9.4.0';

/**
 * The Kibana minors that the plugin supports, each with its latest patch, as of 26 November 2026. From the releases of
 * elastic/kibana and elastic/elasticsearch, which share their versions. 9.6 is not released yet, so this is its first
 * patch.
 */
export const latestPatches = {
  '9.2': '9.2.8',
  '9.3': '9.3.8',
  '9.4': '9.4.9',
  '9.5': '9.5.7',
  '9.6': '9.6.0',
} as const;

const minors = Object.keys(latestPatches);
const supported = `${minors[0]} to ${minors[minors.length - 1]}`;

/** The minor of a supported version; throws for others. */
export const supportedMinor = (version: string): string => {
  const [, minor] = /^(\d+\.\d+)\.\d+$/.exec(version) ?? [];
  if (minor === undefined) {
    throw new Error(`"${version}" is not a Kibana version: three numbers are needed, as in 9.5.4.`);
  }
  if (!minors.includes(minor)) {
    throw new Error(`Kibana ${version} is not supported: this plugin is for ${supported}.`);
  }
  return minor;
};
