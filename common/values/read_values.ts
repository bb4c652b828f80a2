import * as v from 'valibot';

/**
 * Limits for values from Azure: names of existing resources, models, types and regions. Only characters that could
 * break out of a URL or a text are excluded. The stricter rules for names of new resources are in `fields.ts`.
 */

/** A name that becomes a segment of an ARM path. Resource names of Azure have 260 characters at most. */
export const resourceName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(260),
  v.regex(/^(?!\.{1,2}$)[^\p{C}\p{Zl}\p{Zp}/\\?#%]+$/u),
);

/** The first label of a host. */
export const hostLabel = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.regex(/^[A-Za-z0-9-]+$/),
);

/** A region's programmatic name, for example `swedencentral`; it becomes a segment of a path. */
export const regionName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.regex(/^[a-z0-9-]+$/),
);

/** Name of a model, or a `sku.name`; fine-tuned models have long names. */
export const catalogName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(256),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u),
);

/** Azure can omit the model version of an existing deployment. */
export const modelVersion = v.pipe(
  v.string(),
  v.maxLength(256),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u),
);

/** Units of quota. 0 for deployments that Azure does not measure in units. */
export const units = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
