import * as v from 'valibot';
import * as fields from '../../../fields';
import { shellQuote } from '../shell_quote';

/** The authentication context of Microsoft's own rule; an organization's own are named `c1` to `c99`. */
export const asksForSecondFactor = (claims: string | number): boolean =>
  String(claims).includes('"p1"');

/** Signs the Azure CLI in again with a claims challenge and prints the new access token. */
export function claimsCommand(
  claims: string | number,
  tenant?: string | number,
): string | undefined {
  if (!v.is(fields.claims, claims)) return undefined;
  const challenge = `--claims-challenge ${shellQuote(btoa(claims))}`;
  const of = tenant ? ` --tenant ${shellQuote(String(tenant))}` : '';
  return `az login${of} ${challenge}\naz account get-access-token${of} --query accessToken -o tsv`;
}
