import { acceptsKey } from './config_keys';

/**
 * What Kibana's assistants send and some models refuse. Rules as of October 2026: Azure's "reasoning
 * models" page and elastic/kibana #292226.
 */

/** GPT-5 and later and the o-series take no temperature but 1; names of Azure's catalogue. */
const withoutTemperature = /^(o\d|gpt-([5-9]|\d{2,})(\D|$))/i;

/** From GPT-5.4 on, Chat Completions take tools only with a reasoning effort, which Kibana does not send. */
const toolsWithEffortOnly = /^gpt-(5\.([4-9]|\d{2,})|([6-9]|\d{2,}))(\D|$)/i;

export const refusesTemperature = (modelName: string): boolean =>
  withoutTemperature.test(modelName);

export const toolsNeedReasoningEffort = (modelName: string): boolean =>
  toolsWithEffortOnly.test(modelName);

/**
 * True when the model refuses the temperature that this Kibana's assistants send: it is 0, unless the
 * connector overrides it, which is possible from Kibana 9.3 on.
 */
export const temperatureFails = (kibanaVersion: string, modelName: string): boolean =>
  refusesTemperature(modelName) && !acceptsKey(kibanaVersion, 'temperature');
