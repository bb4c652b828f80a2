import * as z from 'zod';

const ids = z.array(z.string());
const byGroup = z.record(z.string(), ids);
const idPart = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const privilege = z.strictObject({
  app: ids.optional(),
  catalogue: ids.optional(),
  management: byGroup.optional(),
  api: ids.optional(),
  savedObject: z.strictObject({ all: ids, read: ids }),
  ui: z.array(z.string().regex(/^[a-zA-Z0-9_:-]+$/)),
  requireAllSpaces: z.boolean().optional(),
  disabled: z.boolean().optional(),
  excludeFromBasePrivileges: z.boolean().optional(),
});

const categorySchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  order: z.number().optional(),
  euiIconType: z.string().optional(),
  ariaLabel: z.string().optional(),
});

/** What `registerKibanaFeature` accepts; unknown keys are refused, as in Kibana. */
export const featureSchema = z.strictObject({
  id: idPart.refine((id) => !['catalogue', 'management', 'navLinks'].includes(id)),
  name: z.string(),
  description: z.string().optional(),
  category: categorySchema,
  order: z.number().optional(),
  app: ids,
  management: byGroup.optional(),
  catalogue: ids.optional(),
  minimumLicense: z
    .enum(['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial'])
    .optional(),
  excludeFromBasePrivileges: z.boolean().optional(),
  hidden: z.boolean().optional(),
  privilegesTooltip: z.string().optional(),
  privileges: z.strictObject({ all: privilege, read: privilege }).nullable(),
});
export type Feature = z.output<typeof featureSchema>;
export type FeaturePrivilegeConfig = z.output<typeof privilege>;

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
