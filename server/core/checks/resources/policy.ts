import type { Fix } from '../../../../common/check';
import type { SetupRequest } from '../../../../common/setup_request';
import { modelCallerOf } from '../../../../common/targets/targets';
import { sameText } from '../../../../common/values/same_text';
import type { PlannedResource, PolicyFinding } from '../../azure/azure';
import { withoutKeys } from '../account/keys_disabled';
import { fail, warn, type Check, type CheckContext, type Finding } from '../check';
import { adoptable, otherRegions } from '../fixes';
import { resizableDeployment } from '../../steps/deployment_capacity';
import { plannedResources, resizedDeployment } from './planned_resources';
import { addTags, missingTags } from './required_tags';
import { shortList } from '../../short_list';

type Detail = Record<string, string>;

/** Without public access, the model needs a private endpoint, so the person has to choose that. */
function closeNetwork({ request }: CheckContext): Fix[] {
  if (request.networkAccess === 'disabled') return [];
  return [{ code: 'close_network', change: { networkAccess: 'disabled', ipRules: [] } }];
}

/** If a policy forbids keys on new accounts, setup can be keyless or use an existing account. */
const noKeys = (detail: Detail): Finding =>
  fail({ code: 'policy_denies_keys', detail }, withoutKeys, adoptable);

function denied(context: CheckContext, finding: PolicyFinding, detail: Detail): Finding {
  switch (finding.about) {
    case 'location':
      return fail({ code: 'policy_denies_location', field: 'location', detail }, () =>
        otherRegions(context, finding.allowed),
      );
    case 'tag':
      return fail(
        { code: 'policy_requires_tag', field: 'tags', detail },
        ...addTags(context.request, [finding]),
      );
    case 'public_access':
      return fail(
        {
          code: 'policy_denies_public_access',
          field: 'networkAccess',
          detail: { ...detail, caller: modelCallerOf(context.request) },
        },
        ...closeNetwork(context),
      );
    case 'local_auth':
      return noKeys(detail);
    case 'model':
      return fail({ code: 'policy_denied', field: 'modelName', detail });
    case 'other':
      return fail({ code: 'policy_denied', detail });
  }
}

/** A policy that modifies the request blocks only if it disables keys. */
function modified(finding: PolicyFinding, detail: Detail): Finding {
  if (finding.about === 'local_auth') return noKeys(detail);
  return warn({
    code: 'policy_changes_request',
    detail: { ...detail, what: finding.tagName ?? finding.about },
  });
}

const sameRule = (one: PolicyFinding, other: PolicyFinding): boolean =>
  one.policy === other.policy &&
  one.effect === other.effect &&
  one.about === other.about &&
  sameText(one.tagName, other.tagName);

/** Merges the findings of one policy about group, account and deployment. */
const withoutRepeats = (all: PolicyFinding[]): PolicyFinding[] =>
  all.filter((one, index) => all.findIndex((other) => sameRule(one, other)) === index);

/** The values that the words of a finding name. */
function detailOf(finding: PolicyFinding, { location }: SetupRequest): Detail {
  const { policy: name, subject, assignment, tagName, allowed } = finding;
  const values = allowed && shortList(allowed, 10);
  return {
    policy: name,
    subject,
    location,
    ...(assignment ? { assignment } : {}),
    ...(tagName ? { tagName } : {}),
    ...(values ? { allowed: values.more > 0 ? `${values.text}, …` : values.text } : {}),
  };
}

const findingsOn = async ({ azure }: CheckContext, planned: readonly PlannedResource[]) =>
  withoutRepeats((await Promise.all(planned.map((one) => azure.policyFindings(one)))).flat());

/** Checks all resources that a run would create against the organization's policies. */
export const policy: Check = {
  id: 'policy',
  unverified: 'policies_unreadable',
  async run(context) {
    const { request, azure } = context;
    const planned = await plannedResources(request, azure);
    if (planned.length === 0) return undefined;
    const findings = await findingsOn(context, planned);
    // A keyless setup does not mind a policy that disables keys.
    const isWelcome = ({ about, effect }: PolicyFinding) =>
      about === 'local_auth' && effect === 'modify' && request.authentication === 'entra_id';
    const all = findings.filter((finding) => !isWelcome(finding));
    const tags = all.filter(({ about, effect }) => about === 'tag' && effect === 'deny');
    const rest = tags.length > 1 ? all.filter((one) => !tags.includes(one)) : all;
    const found = rest.map((finding) => {
      const detail = detailOf(finding, request);
      return finding.effect === 'deny'
        ? denied(context, finding, detail)
        : modified(finding, detail);
    });
    return tags.length > 1 ? [missingTags(request, tags), ...found] : found;
  },
};

/** Checks a change of the capacity against the policies. None of them can be satisfied by another capacity. */
export const capacityPolicy: Check = {
  id: 'policy',
  unverified: 'policies_unreadable',
  async run(context) {
    const { request, azure } = context;
    const deployment = await resizableDeployment(azure, request);
    const findings = await findingsOn(context, [resizedDeployment(deployment, request)]);
    return findings
      .filter(({ effect }) => effect === 'deny')
      .map((finding) => fail({ code: 'policy_denied', detail: detailOf(finding, request) }));
  },
};
