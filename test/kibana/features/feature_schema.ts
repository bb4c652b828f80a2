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
  scope: z.array(z.enum(['security', 'spaces'])).optional(),
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

/** Throws when a privilege names an app, a management app or a catalogue entry that the feature does not. */
export function checkPrivileges(feature: Feature): void {
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

function refuseUnknown(text: string, entries: string[] = [], known: string[] = []) {
  const unknown = entries.filter((entry) => !known.includes(entry));
  if (unknown.length > 0) throw new Error(`${text} ${unknown.join(', ')}`);
}
