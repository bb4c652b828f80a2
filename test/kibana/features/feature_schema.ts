import * as v from 'valibot';
import { finite, record, strictObject } from '../../shapes';

const ids = v.array(v.string());
const byGroup = record(ids);
const idPart = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]+$/));

const privilege = strictObject({
  app: v.optional(ids),
  catalogue: v.optional(ids),
  management: v.optional(byGroup),
  api: v.optional(ids),
  savedObject: strictObject({ all: ids, read: ids }),
  ui: v.array(v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_:-]+$/))),
  disabled: v.optional(v.boolean()),
  excludeFromBasePrivileges: v.optional(v.boolean()),
});

const categorySchema = strictObject({
  id: v.string(),
  label: v.string(),
  order: v.optional(finite),
  euiIconType: v.optional(v.string()),
});

/** Input of `registerKibanaFeature`; unknown keys are refused, as in Kibana. */
export const featureSchema = strictObject({
  id: v.pipe(
    idPart,
    v.check((id) => !['catalogue', 'management', 'navLinks'].includes(id)),
  ),
  name: v.string(),
  description: v.optional(v.string()),
  category: categorySchema,
  order: v.optional(finite),
  app: ids,
  management: v.optional(byGroup),
  catalogue: v.optional(ids),
  excludeFromBasePrivileges: v.optional(v.boolean()),
  privileges: v.nullable(strictObject({ all: privilege, read: privilege })),
});
export type Feature = v.InferOutput<typeof featureSchema>;
export type FeaturePrivilegeConfig = v.InferOutput<typeof privilege>;

/**
 * Throws when a privilege names an app, a management app or a catalogue entry that the feature does not, or the feature one
 * that none of its privileges grants.
 */
export function checkPrivileges(feature: Feature): void {
  if (feature.privileges) refuseUngranted(feature, Object.values(feature.privileges));
  for (const [name, config] of Object.entries(feature.privileges ?? {})) {
    const of = `Feature privilege ${feature.id}.${name}`;
    refuseUnknown(`${of} has unknown app entries:`, config.app, feature.app);
    refuseUnknown(`${of} has unknown catalogue entries:`, config.catalogue, feature.catalogue);
    for (const [section, entries] of Object.entries(config.management ?? {})) {
      const known = feature.management?.[section];
      if (!known) throw new Error(`${of} has unknown management section: ${section}`);
      refuseUnknown(`${of} has unknown management entries for section ${section}:`, entries, known);
    }
  }
}

const managed = (management: Record<string, string[]> = {}) =>
  Object.entries(management).flatMap(([section, apps]) => apps.map((app) => `${section}.${app}`));

function refuseUngranted(feature: Feature, privileges: FeaturePrivilegeConfig[]) {
  const entries = (of: Feature | FeaturePrivilegeConfig) => ({
    app: of.app ?? [],
    catalogue: of.catalogue ?? [],
    management: managed(of.management),
  });
  const granted = privileges.map(entries);
  for (const kind of ['app', 'catalogue', 'management'] as const) {
    const left = entries(feature)[kind].filter(
      (one) => !granted.some((of) => of[kind].includes(one)),
    );
    if (left.length > 0) {
      throw new Error(
        `Feature ${feature.id} specifies ${kind} entries which are not granted to any privileges: ${left.join(',')}`,
      );
    }
  }
}

function refuseUnknown(text: string, entries: string[] = [], known: string[] = []) {
  const unknown = entries.filter((entry) => !known.includes(entry));
  if (unknown.length > 0) throw new Error(`${text} ${unknown.join(', ')}`);
}
