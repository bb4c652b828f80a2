import * as v from 'valibot';
import { explain } from '../../shapes';
import type { Capabilities } from '@kbn/core/server';
import type { Principal } from '../security/principal';
import { actionsFeature } from './actions_feature';
import { assistantFeatures } from './assistant_features';
import {
  checkPrivileges,
  featureSchema,
  type Feature,
  type FeaturePrivilegeConfig,
} from './feature_schema';

/** The registered features and what they grant. */
export interface PrivilegeRegistry {
  register(feature: unknown): void;
  /** Registration is not possible after setup. */
  lock(): void;
  hasApi(principal: Principal, spaceId: string, name: string): boolean;
  /** True if an app belongs only to features that the person lacks. */
  hidesApp(principal: Principal, spaceId: string, appId: string): boolean;
  hasSavedObject(principal: Principal, spaceId: string, type: string, write: boolean): boolean;
  capabilities(principal: Principal | undefined, spaceId: string): Capabilities;
}

/** Apps of the host that belong to no feature. */
const openApps = ['home', 'management'];

export function createPrivilegeRegistry(): PrivilegeRegistry {
  const features = new Map<string, Feature>();
  let locked = false;

  const register = (given: unknown) => {
    if (locked) {
      throw new Error(
        "Features are locked, can't register new features. Attempt to register failed.",
      );
    }
    const result = v.safeParse(featureSchema, given);
    if (!result.success) throw new Error(explain(result.issues));
    const feature = result.output;
    checkPrivileges(feature);
    if (features.has(feature.id)) {
      throw new Error(`Feature with id ${feature.id} is already registered.`);
    }
    features.set(feature.id, feature);
  };
  [actionsFeature, ...assistantFeatures].forEach(register);

  /** Every privilege of every feature, and whether this person has it in this space. */
  const granted = (principal: Principal | undefined, spaceId: string) =>
    [...features.values()].flatMap((feature) =>
      privilegesOf(feature, principal, spaceId).map((config) => ({ feature, config })),
    );
  const any = (
    principal: Principal,
    spaceId: string,
    test: (config: FeaturePrivilegeConfig) => boolean,
  ) => principal.superuser || granted(principal, spaceId).some(({ config }) => test(config));

  return {
    register,
    lock: () => {
      locked = true;
    },
    hasApi: (principal, spaceId, name) =>
      any(principal, spaceId, (config) => config.api?.includes(name) ?? false),
    hasSavedObject: (principal, spaceId, type, write) =>
      any(
        principal,
        spaceId,
        ({ savedObject: { all, read } }) => all.includes(type) || (!write && read.includes(type)),
      ),
    hidesApp: (principal, spaceId, appId) =>
      [...features.values()].some((feature) => feature.app.includes(appId)) &&
      !any(principal, spaceId, (config) => config.app?.includes(appId) ?? false),
    capabilities: (principal, spaceId) =>
      capabilitiesFrom(
        [...features.values()],
        granted(principal, spaceId),
        principal !== undefined,
      ),
  };
}

function privilegesOf(feature: Feature, principal: Principal | undefined, spaceId: string) {
  const { privileges } = feature;
  if (!privileges || !principal) return [];
  if (principal.superuser) return [privileges.all];
  return principal.grants
    .filter(({ spaces }) => spaces.includes('*') || spaces.includes(spaceId))
    .flatMap(({ features }) => {
      const level = features[feature.id];
      return level ? [privileges[level]] : [];
    });
}

function capabilitiesFrom(
  features: Feature[],
  granted: Array<{ feature: Feature; config: FeaturePrivilegeConfig }>,
  known: boolean,
): Capabilities {
  const configs = granted.map(({ config }) => config);
  const flags = (names: string[], test: (name: string) => boolean) =>
    Object.fromEntries([...new Set(names)].map((name) => [name, test(name)]));
  const sections = [...new Set(features.flatMap(({ management = {} }) => Object.keys(management)))];
  const management = Object.fromEntries(
    sections.map((section) => [
      section,
      flags(
        features.flatMap((feature) => feature.management?.[section] ?? []),
        (app) => configs.some((config) => config.management?.[section]?.includes(app) ?? false),
      ),
    ]),
  );
  return {
    ...Object.fromEntries(
      features.map((feature) => [
        feature.id,
        flags(
          [...(feature.privileges?.all.ui ?? []), ...(feature.privileges?.read.ui ?? [])],
          (name) =>
            granted.some((one) => one.feature.id === feature.id && one.config.ui.includes(name)),
        ),
      ]),
    ),
    navLinks: {
      ...flags(openApps, () => known),
      ...flags(
        features.flatMap(({ app }) => app),
        (app) => configs.some((config) => config.app?.includes(app) ?? false),
      ),
    },
    management: { ...management },
    catalogue: flags(
      features.flatMap(({ catalogue = [] }) => catalogue),
      (id) => configs.some((config) => config.catalogue?.includes(id) ?? false),
    ),
  };
}
