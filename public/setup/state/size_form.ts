import * as v from 'valibot';
import * as fields from '../../../common/fields';

/** The open form for a new throughput of a setup's deployment. */
export const sizeFormSchema = v.object({
  /** The setup. */
  runId: fields.runId,
  /** The id of the change that the form starts. */
  changeId: fields.runId,
  /** The entered throughput. */
  text: v.optional(v.string()),
  /** The submitted capacity while it waits for a sign-in. */
  capacity: v.optional(v.number()),
});
export type OpenSizeForm = v.InferOutput<typeof sizeFormSchema>;

/** The form after the sign-in for which it waited; it stays open with its text. */
export const notWaiting = <T extends { sizeForm?: OpenSizeForm }>(draft: T): T =>
  draft.sizeForm ? { ...draft, sizeForm: { ...draft.sizeForm, capacity: undefined } } : draft;
