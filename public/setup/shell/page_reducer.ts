import type { UseCase } from '../../../common/recommendation';
import type { Run } from '../../../common/run';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import {
  challenged,
  emptyDraft,
  fromRun,
  movedOn,
  signedIn,
  startedOver,
  withLinkParams,
  withInherited,
  withSource,
  withoutCode,
  withoutSession,
  withoutStart,
  withoutValues,
  withValues,
  type Draft,
} from '../form/draft';
import type { SignInWay } from '../sign_in/way';
import type { LinkParams } from './location/link_params';
import type { ScreenId } from './location/screen_ids';

/** The link parameters that could not be applied. */
export interface LinkNotice {
  ignored: LinkParams['ignored'];
  /** A model of a link that the subscription does not offer. */
  notOffered?: string;
}

export interface PageData {
  /** Survives a reload. */
  draft: Draft;
  /** The directory to sign in to next. */
  tenant?: string;
  /** The field that the plan opens for the person to change. */
  field?: SetupField;
  notice?: LinkNotice;
}

export type PageAction =
  | { type: 'link_followed'; params: LinkParams }
  | { type: 'model_not_offered'; modelName: string }
  | { type: 'move_on'; connectorId: string }
  | { type: 'values_inherited'; values: SetupRequest }
  | { type: 'source_read'; values: Partial<SetupRequest> }
  | { type: 'notice_dismissed' }
  | { type: 'code_issued'; code?: DeviceCode }
  | { type: 'sign_in_sent'; way: SignInWay }
  | { type: 'signed_in'; session: SignedIn }
  | { type: 'sign_in_again'; claims?: string; tenant?: string }
  | { type: 'signed_out'; useCase: UseCase }
  | { type: 'use_case_chosen'; useCase: UseCase }
  | { type: 'values_set'; values: Partial<SetupRequest> }
  | { type: 'values_reset'; fields: readonly SetupField[] }
  | { type: 'field_opened'; field: SetupField | undefined }
  | { type: 'start_sent'; startId: string }
  | { type: 'start_known' }
  | { type: 'run_changed'; run: Run }
  | { type: 'screen_shown'; screen: ScreenId }
  | { type: 'started_over' };

const noticeOf = ({ ignored }: LinkParams): Pick<PageData, 'notice'> =>
  ignored.length > 0 ? { notice: { ignored } } : {};

export const pageDataOf = (saved: Draft | undefined, params: LinkParams): PageData => ({
  draft: withLinkParams(saved, params),
  ...noticeOf(params),
});

function draftAfter(draft: Draft, action: PageAction): Draft {
  switch (action.type) {
    case 'link_followed':
      return withLinkParams(draft, action.params);
    case 'model_not_offered':
      return withoutValues(draft, ['modelName']);
    case 'move_on':
      return movedOn(draft, action.connectorId);
    case 'values_inherited':
      return withInherited(draft, action.values);
    case 'source_read':
      return withSource(draft, action.values);
    case 'code_issued':
      return { ...withoutCode(draft), ...(action.code && { code: action.code }) };
    case 'sign_in_sent':
      return { ...draft, way: action.way };
    case 'signed_in':
      return signedIn(draft, action.session);
    case 'sign_in_again':
      return challenged(withoutSession(draft), action.claims);
    case 'signed_out':
      return emptyDraft(action.useCase);
    case 'use_case_chosen':
      return { ...draft, useCase: action.useCase };
    case 'values_set':
      return withValues(draft, action.values);
    case 'values_reset':
      return withoutValues(draft, action.fields);
    case 'start_sent':
      return { ...draft, startId: action.startId };
    case 'start_known':
      return withoutStart(draft);
    case 'run_changed':
      return draft.runId === action.run.runId ? draft : fromRun(draft, action.run);
    case 'screen_shown':
      return { ...draft, step: action.screen };
    case 'started_over':
      return startedOver(draft);
    case 'notice_dismissed':
    case 'field_opened':
      return draft;
  }
}

const without = <Key extends 'tenant' | 'field' | 'notice'>(data: PageData, key: Key) => {
  const { [key]: _gone, ...rest } = data;
  return rest;
};

/** The page's data after an action. */
export function pageReducer(before: PageData, action: PageAction): PageData {
  const data = { ...before, draft: draftAfter(before.draft, action) };
  switch (action.type) {
    case 'link_followed':
      return { ...without(data, 'notice'), ...noticeOf(action.params) };
    case 'model_not_offered':
      return {
        ...data,
        notice: { ignored: data.notice?.ignored ?? [], notOffered: action.modelName },
      };
    case 'notice_dismissed':
      return without(data, 'notice');
    case 'signed_in':
    case 'signed_out':
      return without(data, 'tenant');
    case 'sign_in_again':
      return { ...without(data, 'tenant'), ...(action.tenant && { tenant: action.tenant }) };
    case 'field_opened':
      return { ...without(data, 'field'), ...(action.field && { field: action.field }) };
    case 'move_on':
    case 'values_inherited':
    case 'source_read':
    case 'code_issued':
    case 'sign_in_sent':
    case 'use_case_chosen':
    case 'values_set':
    case 'values_reset':
    case 'start_sent':
    case 'start_known':
    case 'run_changed':
    case 'screen_shown':
    case 'started_over':
      return data;
  }
}
