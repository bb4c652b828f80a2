import * as v from 'valibot';
import * as fields from '../../../common/fields';
import { loadFromTab, saveInTab } from '../../shared/browser_storage';
import { toScreenId } from '../location/screen_ids';
import { waySchema } from './sign_in_way';
import { sizeFormSchema } from './size_form';
import type { Draft } from './draft';

const draftShape = v.object({
  startId: v.optional(fields.runId),
  source: v.optional(v.object({ connectorId: fields.modelId, isRead: v.boolean() })),
  session: v.optional(v.object({ session: v.string(), expiresAt: v.string() })),
  code: v.optional(
    v.object({
      session: v.string(),
      userCode: v.string(),
      verificationUri: v.string(),
      expiresAt: v.string(),
      interval: v.number(),
    }),
  ),
  claims: v.optional(v.string()),
  way: v.optional(waySchema),
  sizeForm: v.optional(sizeFormSchema),
  useCase: v.string(),
  values: v.record(v.string(), v.unknown()),
  inherited: v.array(v.string()),
  step: v.optional(
    v.pipe(
      v.string(),
      v.check((step) => toScreenId(step) === step),
    ),
  ),
});
const isDraft = (value: unknown): value is Draft => v.is(draftShape, value);

/** One draft per space. The number is the version of the shape. */
const storageKey = (basePath: string) => `azureOpenaiSetup.draft.3:${basePath}`;

export function loadDraft(basePath: string): Draft | undefined {
  const stored = loadFromTab(storageKey(basePath));
  return isDraft(stored) ? stored : undefined;
}

export const saveDraft = (basePath: string, draft: Draft): void =>
  saveInTab(storageKey(basePath), draft);
