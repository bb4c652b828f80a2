/**
 * Parameters that Kibana's assistants send and some models reject. Rules as of October 2026: Azure's "reasoning
 * models" page and elastic/kibana #292226.
 */

/** GPT-5 and later and the o-series accept no temperature but 1; names from Azure's catalog. */
const withoutTemperature = /^(o\d|gpt-([5-9]|\d{2,})(\D|$))/i;

/**
 * From GPT-5.4 on, Chat Completions refuse tools together with reasoning. 5.4 and 5.5 do not reason by default; later
 * ones do, and Kibana sends no reasoning effort that would turn it off (elastic/kibana #284554). The defaults are
 * inferred for Azure; the tool call after setup tests them.
 */
const reasonsByDefault = /^gpt-(5\.([6-9]|\d{2,})|([6-9]|\d{2,}))(\D|$)/i;

export const refusesTemperature = (modelName: string): boolean =>
  withoutTemperature.test(modelName);

export const toolsNeedReasoningEffort = (modelName: string): boolean =>
  reasonsByDefault.test(modelName);
