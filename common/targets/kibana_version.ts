type Version = readonly [major: number, minor: number, patch?: number];

/** True from this version on, including pre-releases; false for an invalid version. */
export function isAtLeast(kibanaVersion: string, [major, minor, patch = 0]: Version): boolean {
  const found = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(kibanaVersion);
  if (!found) return false;
  const [foundMajor = 0, foundMinor = 0, foundPatch = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (foundMajor !== major) return foundMajor > major;
  if (foundMinor !== minor) return foundMinor > minor;
  return foundPatch >= patch;
}
