import { findModel, modelsIn, offersIn, usageWords } from '../../../catalogue/lookup';
import { normalLocation } from '../../../catalogue/regions';
import type { Reply, Rule } from '../../../http/message';
import type { SimDeployment, SimModelRef } from '../../../worlds/world';
import { servesOpenAi } from '../account_kinds';
import { isBusy } from '../account_state';
import { armError, refusals } from '../../arm_error';
import { accountId, type AccountCall } from '../../call';
import { policyRefusal } from '../../policies/policies';
import { deploymentState } from './deployment_state';
import { usageRow } from './quota';

/** The deployment of a PUT, with the existing one. */
export interface WantedDeployment {
  call: AccountCall;
  name: string;
  sku: { name: string; capacity: number };
  model: SimModelRef;
  versionUpgradeOption: string;
  tags: Readonly<Record<string, string>>;
  existing?: SimDeployment;
}

const words = ({ format, name, version }: SimModelRef) =>
  `Format:${format},Name:${name},Version:${version}`;
const wrongProperties = (message: string): Reply =>
  armError(400, 'InvalidResourceProperties', message);
const regionOf = ({ call }: WantedDeployment) => normalLocation(call.account.location);

const notBusy: Rule<WantedDeployment> = ({ call }) =>
  isBusy(call.state, call.account) ? refusals.notTerminal(accountId(call.account)) : undefined;

/** A failed deployment takes no other write than its deletion. */
const notFailed: Rule<WantedDeployment> = ({ call, existing }) =>
  existing && deploymentState(call.state, existing) === 'Failed'
    ? armError(
        400,
        'BadRequest',
        `The deployment '${existing.name}' is in 'Failed' state, please delete it before creating a new one.`,
      )
    : undefined;

const nameRule: Rule<WantedDeployment> = ({ name }) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]$/.test(name)
    ? undefined
    : armError(400, 'DeploymentNameInvalid', `The deployment name '${name}' is not valid.`);

const policy: Rule<WantedDeployment> = ({ call, name, model, tags }) =>
  policyRefusal(call.subscription, {
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name,
    location: call.account.location,
    tags,
    properties: { model },
  });

const modelOffered: Rule<WantedDeployment> = (wanted) => {
  const { call, model } = wanted;
  const known = modelsIn(regionOf(wanted)).find(
    ({ format, name, version }) =>
      format === model.format && name === model.name && version === model.version,
  );
  return servesOpenAi(call.account.kind) && known?.kinds.includes(call.account.kind)
    ? undefined
    : armError(
        400,
        'DeploymentModelNotSupported',
        `The model '${words(model)}' of account deployment is not supported.`,
      );
};

const offerOf = (wanted: WantedDeployment) => {
  const known = findModel(wanted.model);
  return known
    ? offersIn(known, regionOf(wanted)).find(({ sku }) => sku === wanted.sku.name)
    : undefined;
};

/** A subscription that runs this version already can continue to deploy it. */
const isKnownCustomer = ({ call, model }: WantedDeployment): boolean =>
  call.state.world.accounts
    .filter(({ subscriptionId }) => subscriptionId === call.subscription.subscriptionId)
    .flatMap(({ deployments }) => deployments)
    .some((other) => other.model.name === model.name && other.model.version === model.version);

const alive: Rule<WantedDeployment> = (wanted) => {
  const known = findModel(wanted.model);
  const lifecycle = offerOf(wanted)?.lifecycle ?? known?.lifecycle;
  if (known && lifecycle === 'Deprecated') {
    const [year = '', month = '', day = ''] = known.retires.split('-');
    return armError(
      400,
      'ServiceModelDeprecated',
      `The model '${words(wanted.model)}' has been deprecated since ${month}/${day}/${year}.`,
    );
  }
  return lifecycle === 'Deprecating' && !isKnownCustomer(wanted)
    ? armError(
        400,
        'ServiceModelDeprecating',
        `The model '${words(wanted.model)}' is in deprecating state and cannot be used for new deployments.`,
      )
    : undefined;
};

const granted: Rule<WantedDeployment> = ({ call, model }) =>
  findModel(model)?.gated && !call.subscription.grantedModels.includes(model.name)
    ? armError(
        400,
        'SpecialFeatureOrQuotaIdRequired',
        `The current subscription does not have access to this model '${words(model)}'.`,
      )
    : undefined;

const typeOffered: Rule<WantedDeployment> = (wanted) => {
  if (offerOf(wanted)) return undefined;
  const { sku, model, call } = wanted;
  const elsewhere = findModel(model)?.offers.some((offer) => offer.sku === sku.name);
  return elsewhere
    ? wrongProperties(
        `The specified SKU '${sku.name}' for model '${model.name} ${model.version}' is not supported in this region '${call.account.location}'.`,
      )
    : wrongProperties(
        `The specified SKU '${sku.name}' of account deployment is not supported by the model '${model.name}' version: '${model.version}'.`,
      );
};

const capacityOffered: Rule<WantedDeployment> = (wanted) => {
  const limits = offerOf(wanted)?.capacity;
  if (!limits) return undefined;
  const { minimum = 1, step = 1, maximum } = limits;
  const { capacity } = wanted.sku;
  return capacity >= minimum && capacity <= maximum && (capacity - minimum) % step === 0
    ? undefined
    : wrongProperties(
        `The capacity '${capacity}' of account deployment is invalid for SKU '${wanted.sku.name}': it should be between ${minimum} and ${maximum} in steps of ${step}.`,
      );
};

const upgradeOptions = [
  'OnceNewDefaultVersionAvailable',
  'OnceCurrentVersionExpired',
  'NoAutoUpgrade',
];
const upgradeOption: Rule<WantedDeployment> = ({ versionUpgradeOption }) =>
  upgradeOptions.includes(versionUpgradeOption)
    ? undefined
    : wrongProperties(`The versionUpgradeOption '${versionUpgradeOption}' is not supported.`);

const deploymentLimit = 32;
const count: Rule<WantedDeployment> = ({ call, existing }) =>
  existing || call.account.deployments.length < deploymentLimit
    ? undefined
    : armError(
        400,
        'QuotaExceeded',
        `The account '${call.account.name}' has reached the maximum of ${deploymentLimit} deployments.`,
      );

/** The deployment's present capacity counts as free for its new one. */
const quota: Rule<WantedDeployment> = (wanted) => {
  const { call, model, sku, existing } = wanted;
  const row = usageRow(call.state, call.subscription, regionOf(wanted), { model, sku: sku.name });
  const same = existing?.model.name === model.name && existing.sku.name === sku.name;
  const needed = sku.capacity - (same ? existing.sku.capacity : 0);
  const free = row.limit - row.used;
  return needed <= Math.max(0, free)
    ? undefined
    : armError(
        400,
        'InsufficientQuota',
        `This operation require ${needed} new capacity in quota ${row.words}, which is bigger than the current available capacity ${Math.max(0, free)}. The current quota usage is ${row.used} and the quota limit is ${row.limit} for quota ${row.words}.`,
      );
};

/** The region can have less capacity than the quota allows. */
const serviceCapacity: Rule<WantedDeployment> = (wanted) => {
  const { call, sku, existing, model } = wanted;
  const left = call.subscription.serviceCapacity[regionOf(wanted)] ?? Infinity;
  return sku.capacity - (existing?.sku.capacity ?? 0) <= left
    ? undefined
    : armError(
        400,
        'InsufficientQuota',
        `The specified capacity '${sku.capacity}' of account deployment is bigger than available capacity '${left}' for UsageName '${usageWords(model, sku.name)}'.`,
      );
};

export const deploymentRules: readonly Rule<WantedDeployment>[] = [
  notBusy,
  notFailed,
  nameRule,
  policy,
  modelOffered,
  granted,
  alive,
  typeOffered,
  upgradeOption,
  capacityOffered,
  count,
  quota,
  serviceCapacity,
];
