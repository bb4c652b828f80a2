import type { UseCase } from '../../../common/recommendation';
import type { Run } from '../../../common/run';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import {
  emptyDraft,
  fromRun,
  withConnector,
  signedIn,
  resetDraft,
  withLinkParams,
  withInherited,
  withSource,
  withoutValues,
  withValues,
  type Draft,
} from './draft';
import type { SignInWay } from './sign_in_way';
import { notWaiting, type OpenSizeForm } from './size_form';
import type { LinkParams } from '../location/link_params';
import type { ScreenId } from '../location/screen_ids';

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
  | { type: 'migration_started'; connectorId: string }
  | { type: 'values_inherited'; values: SetupRequest }
  | { type: 'source_read'; values: Partial<SetupRequest> }
  | { type: 'notice_dismissed' }
  | { type: 'code_issued'; code?: DeviceCode }
  | { type: 'sign_in_sent'; way: SignInWay }
  | { type: 'signed_in'; session: SignedIn }
  | { type: 'sign_in_again'; claims?: string; tenant?: string }
  | { type: 'sign_in_canceled' }
  | { type: 'signed_out'; useCase: UseCase }
  | { type: 'use_case_chosen'; useCase: UseCase }
  | { type: 'values_set'; values: Partial<SetupRequest> }
  | { type: 'values_reset'; fields: readonly SetupField[] }
  | { type: 'field_opened'; field: SetupField | undefined }
  | { type: 'start_sent'; startId: string }
  | { type: 'start_known' }
  | { type: 'run_changed'; run: Run }
  | { type: 'size_form_set'; form: OpenSizeForm | undefined }
  | { type: 'size_form_waits'; changeId: string; capacity: number }
  | { type: 'screen_shown'; screen: ScreenId }
  | { type: 'started_over' };

const noticeOf = ({ ignored }: LinkParams): LinkNotice | undefined =>
  ignored.length > 0 ? { ignored } : undefined;

export const pageDataOf = (saved: Draft | undefined, params: LinkParams): PageData => ({
  draft: withLinkParams(saved, params),
  notice: noticeOf(params),
});

/** The page's data after an action. */
export function pageReducer(data: PageData, action: PageAction): PageData {
  const { draft, notice } = data;
  switch (action.type) {
    case 'link_followed':
      return { ...data, ...pageDataOf(draft, action.params) };
    case 'model_not_offered':
      return {
        ...data,
        draft: withoutValues(draft, ['modelName']),
        notice: { ignored: notice?.ignored ?? [], notOffered: action.modelName },
      };
    case 'notice_dismissed':
      return { ...data, notice: undefined };
    case 'field_opened':
      return { ...data, field: action.field };
    case 'signed_in':
      return { ...data, draft: signedIn(draft, action.session), tenant: undefined };
    case 'signed_out':
      return { ...data, draft: emptyDraft(action.useCase), tenant: undefined };
    case 'sign_in_again':
      return {
        ...data,
        draft: {
          ...(action.tenant ? notWaiting(draft) : draft),
          session: undefined,
          code: undefined,
          claims: action.claims,
        },
        tenant: action.tenant,
      };
    case 'sign_in_canceled':
      return { ...data, draft: notWaiting(draft) };
    case 'migration_started':
      return { ...data, draft: withConnector(draft, action.connectorId) };
    case 'values_inherited':
      return { ...data, draft: withInherited(draft, action.values) };
    case 'source_read':
      return { ...data, draft: withSource(draft, action.values) };
    case 'code_issued':
      return { ...data, draft: { ...draft, code: action.code } };
    case 'sign_in_sent':
      return { ...data, draft: { ...draft, way: action.way } };
    case 'use_case_chosen':
      return { ...data, draft: { ...draft, useCase: action.useCase } };
    case 'values_set':
      return { ...data, draft: withValues(draft, action.values) };
    case 'values_reset':
      return { ...data, draft: withoutValues(draft, action.fields) };
    case 'start_sent':
      return { ...data, draft: { ...draft, startId: action.startId } };
    case 'start_known':
      return { ...data, draft: { ...draft, startId: undefined } };
    case 'run_changed':
      return { ...data, draft: fromRun(draft, action.run) };
    case 'size_form_set':
      return { ...data, draft: { ...draft, sizeForm: action.form } };
    case 'size_form_waits': {
      const { sizeForm } = draft;
      if (sizeForm?.changeId !== action.changeId) return data;
      return { ...data, draft: { ...draft, sizeForm: { ...sizeForm, capacity: action.capacity } } };
    }
    case 'screen_shown':
      return { ...data, draft: { ...draft, step: action.screen } };
    case 'started_over':
      return { ...data, draft: resetDraft(draft) };
  }
}
