import { schema, type TypeOf } from '@kbn/config-schema';
import * as v from 'valibot';
import { guid } from '../common/fields';
import { cloudSchema } from '../common/sign_in';

/** The public client of the Azure CLI, which is also the default of `@azure/identity`. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

/** The maximum path length on Linux. */
const file = schema.string({ minLength: 1, maxLength: 4_096 });

const mustBeGuid = (value: string) => (v.is(guid, value) ? undefined : 'must be an application id');

/** Kibana's `schema.uri` accepts invalid ports. */
const mustBeUrl = (value: string) => (URL.canParse(value) ? undefined : 'must be a valid URL');

/** Settings under `azure_openai_setup` in `kibana.yml`. */
export const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  /** Seals sessions; the same on all nodes. Without it a random key per process is used. */
  encryptionKey: schema.maybe(schema.string({ minLength: 32, maxLength: 1_024 })),
  deviceCode: schema.object({
    /** Application whose name Microsoft shows; it must allow public client flows. */
    clientId: schema.string({ defaultValue: azureCliClientId, validate: mustBeGuid }),
  }),
  serverIdentity: schema.object({
    /** Lets people act with the Azure identity of the Kibana server. */
    enabled: schema.boolean({ defaultValue: false }),
    /** Client id of a user-assigned managed identity. */
    clientId: schema.maybe(schema.string({ validate: mustBeGuid })),
    /** The one cloud in which the identity is used. */
    cloud: schema.oneOf(
      cloudSchema.options.map((cloud) => schema.literal(cloud)),
      { defaultValue: 'public' },
    ),
  }),
  /** Proxy for calls to Azure's sign-in and management hosts and to its price list. */
  proxyUrl: schema.maybe(schema.uri({ scheme: ['http', 'https'], validate: mustBeUrl })),
  ssl: schema.object({
    /** Files of additional certificate authorities to trust. */
    certificateAuthorities: schema.maybe(
      schema.oneOf([file, schema.arrayOf(file, { maxSize: 100 })]),
    ),
  }),
});

export type Config = TypeOf<typeof configSchema>;
