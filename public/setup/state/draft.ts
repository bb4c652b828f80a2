import type { QueryKey } from '@tanstack/react-query';
import type { UseCase } from '../../../common/recommendation';
import type { Run } from '../../../common/run';
import { invalidFields, type SetupField, type SetupRequest } from '../../../common/setup_request';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { wayOf, type SignInWay } from './sign_in_way';
import { notWaiting, type OpenSizeForm } from './size_form';
import { azureKey } from '../../api/query_client';
import type { LinkParams } from '../location/link_params';
import { isSetupField } from '../../../common/words/field_text';
import type { ScreenId } from '../location/screen_ids';

/**
 * The state that survives a reload, in session storage. It contains no secret: only the server can open the sealed
 * session.
 */
export interface Draft {
  session?: SignedIn;
  /** The pending device code. */
  code?: DeviceCode;
  /** The claims challenge that the next sign-in answers. */
  claims?: string;
  /** The last sign-in, to repeat it. */
  way?: SignInWay;
  /** The tenant of the values; kept after the session. */
  tenantId?: string;
  /** The run that is being changed. */
  runId?: string;
  /** The connector to migrate; with `isRead`, the values have its deployment. */
  source?: { connectorId: string; isRead: boolean };
  /** The id of the start that was sent with these values, reused until its run is known. */
  startId?: string;
  useCase: UseCase;
  /** The person's values. All others are recommended. */
  values: Partial<SetupRequest>;
  /** The `values` that come from a run that is being changed, or from the link to this page. */
  inherited: readonly SetupField[];
  sizeForm?: OpenSizeForm;
  /** The last screen, for URLs without one. */
  step?: ScreenId;
}

export const emptyDraft = (useCase: UseCase): Draft => ({ useCase, values: {}, inherited: [] });

/** An empty draft that keeps the sign-in and the form of a finished setup. */
export const resetDraft = ({ useCase, session, way, tenantId, sizeForm }: Draft): Draft => ({
  ...emptyDraft(useCase),
  session,
  way,
  tenantId,
  sizeForm,
});

/** The draft that migrates a connector, before its deployment is found. */
export const withConnector = (draft: Draft, connectorId: string): Draft => ({
  ...resetDraft(draft),
  source: { connectorId, isRead: false },
});

/** The draft with the values of the connector's deployment. */
export const withSource = (draft: Draft, found: Partial<SetupRequest>): Draft =>
  draft.source
    ? {
        ...draft,
        values: { ...found, ...draft.values },
        inherited: fieldsOf(found),
        source: { ...draft.source, isRead: true },
      }
    : draft;

/** Values of one tenant are not valid in another. */
const elsewhere = (draft: Draft): Draft =>
  draft.source ? withConnector(draft, draft.source.connectorId) : resetDraft(draft);

export const signedIn = (draft: Draft, session: SignedIn): Draft => ({
  ...notWaiting(draft.tenantId && draft.tenantId !== session.tenantId ? elsewhere(draft) : draft),
  code: undefined,
  claims: undefined,
  session,
  way: wayOf(session),
  tenantId: session.tenantId,
});

/** Fields whose change affects the recommendation of other fields. */
const triggers = [
  'subscriptionId',
  'location',
  'kind',
  'modelName',
  'modelVersion',
  'deploymentType',
] as const;
type Trigger = (typeof triggers)[number];

/** Fields of a changed run that a trigger makes outdated. */
const dependents: Record<Trigger, readonly SetupField[]> = {
  subscriptionId: [
    'resourceGroup',
    'accountName',
    'customSubDomainName',
    'modelVersion',
    'deploymentType',
    'capacity',
  ],
  location: ['accountName', 'customSubDomainName', 'modelVersion', 'deploymentType', 'capacity'],
  kind: ['accountName', 'customSubDomainName', 'modelVersion', 'deploymentType', 'capacity'],
  modelName: [
    'modelVersion',
    'deploymentType',
    'deploymentName',
    'capacity',
    'versionUpgradeOption',
    'targetName',
  ],
  modelVersion: ['deploymentType', 'capacity'],
  deploymentType: ['capacity'],
};

const fieldsOf = (values: Partial<SetupRequest>): SetupField[] =>
  Object.keys(values).filter(isSetupField);

function without(
  values: Partial<SetupRequest>,
  fields: readonly SetupField[],
): Partial<SetupRequest> {
  const rest = { ...values };
  for (const field of fields) delete rest[field];
  return rest;
}

/** The fields that identify the account for which `onDeletedAccount` was chosen. */
const identity: readonly SetupField[] = [
  'subscriptionId',
  'resourceGroup',
  'location',
  'accountName',
  'customSubDomainName',
];

/** The consent to restore or purge is valid only for the account that was shown. */
const outdatedBy = (changed: readonly SetupField[]): SetupField[] =>
  changed.some((field) => identity.includes(field)) ? ['onDeletedAccount'] : [];

/** A migration creates an endpoint. */
const endsMigration = ({ target }: Partial<SetupRequest>): boolean => target === 'connector';

/** The draft after the person set some values. */
export function withValues(draft: Draft, change: Partial<SetupRequest>): Draft {
  const inheritedFields = draft.inherited.filter((field) => !(field in change));
  const changed = fieldsOf(change).filter((field) => change[field] !== draft.values[field]);
  const released = triggers
    .filter((field) => changed.includes(field))
    .flatMap((field) => dependents[field])
    .filter((field) => inheritedFields.includes(field));
  const dropped = [...released, ...outdatedBy(changed)];
  return {
    ...(endsMigration(change) ? { ...draft, source: undefined } : draft),
    values: { ...without(draft.values, dropped), ...change },
    inherited: inheritedFields.filter((field) => !dropped.includes(field)),
  };
}

/** The draft with fields reset to the recommendation. */
export function withoutValues(draft: Draft, fields: readonly SetupField[]): Draft {
  const dropped = [...fields, ...outdatedBy(fields)];
  return {
    ...draft,
    values: without(draft.values, dropped),
    inherited: draft.inherited.filter((field) => !dropped.includes(field)),
  };
}

/** The draft that starts from the values of another setup. */
export const withInherited = (draft: Draft, values: SetupRequest): Draft => ({
  ...draft,
  values,
  inherited: fieldsOf(values),
});

/** The draft that starts from the request of a run; changes that were made to it stay. */
export const fromRun = (draft: Draft, { runId, request }: Run): Draft =>
  draft.runId === runId ? draft : { ...withInherited(draft, request), runId };

/** The draft with the parameters of a link to this page. */
export function withLinkParams(known: Draft | undefined, linkParams: LinkParams): Draft {
  const { useCase, saysUseCase, modelName, moveFrom } = linkParams;
  const saved = known ?? emptyDraft(useCase);
  const draft = saved.runId && (saysUseCase || modelName) ? resetDraft(saved) : saved;
  const next = saysUseCase ? { ...draft, useCase } : draft;
  if (moveFrom !== undefined) return withConnector(next, moveFrom);
  if (!modelName || next.values.modelName === modelName) return next;
  const fitting = withoutValues(next, dependents.modelName);
  const { values, inherited } = withValues(fitting, { modelName });
  return { ...next, values, inherited: [...inherited, 'modelName'] };
}

/** The model of the link, unless the person has chosen one. */
export const linkedModel = ({ runId, source, values, inherited }: Draft): string | undefined =>
  runId || source || !inherited.includes('modelName') ? undefined : values.modelName;

/** True if leaving the page would lose the person's changes. */
export const isEdited = ({ values, inherited }: Draft): boolean =>
  fieldsOf(values).some((field) => !inherited.includes(field));

/** The person's valid values, which a recommendation must keep. */
export const fixedValues = ({ values }: Draft): Partial<SetupRequest> =>
  without(values, invalidFields(values));

/** The query key of a draft's recommendation: the values that it depends on. */
export function recommendationKey(draft: Draft): QueryKey {
  const { subscriptionId, location, kind, modelName, modelVersion, deploymentType } =
    fixedValues(draft);
  const chosen = { subscriptionId, location, kind, modelName, modelVersion, deploymentType };
  return azureKey(draft.session, 'recommendation', { useCase: draft.useCase, ...chosen });
}
