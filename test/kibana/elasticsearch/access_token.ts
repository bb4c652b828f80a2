import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { object } from '../../shapes';
import { parsedJson } from './json';
import { refusal } from './elasticsearch_error';
import { send, type Way } from './outbound';

const granted = object({ access_token: v.string() });
const refused = object({ error_description: v.string() });

interface Credential {
  inferenceId: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  scopes: string[];
}

/** A token for OAuth2 client credentials. The authority is that of the public cloud: no setting names another. */
export async function accessToken(
  { inferenceId, tenantId, clientId, clientSecret, scopes }: Credential,
  outside: Way,
  signal: AbortSignal,
): Promise<string> {
  const failed = (type: string, reason: string) =>
    refusal(
      500,
      'exception',
      `Failed attempting to retrieve access token for Azure OpenAI request for inference id: [${inferenceId}]`,
      { type, reason },
    );
  const response = await send(
    {
      url: `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: scopes.join(' '),
      }).toString(),
      signal,
    },
    outside,
  ).catch((error: Error) => {
    throw failed('msal_client_exception', error.message);
  });
  const body = parsedJson(await text(response));
  const token = v.safeParse(granted, body);
  if (response.statusCode === 200 && token.success) return token.output.access_token;
  const words = v.safeParse(refused, body);
  throw failed(
    'msal_service_exception',
    words.success ? words.output.error_description : `Unexpected status ${response.statusCode}`,
  );
}
