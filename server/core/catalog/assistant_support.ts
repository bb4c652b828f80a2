import { refusesTemperature } from '../../../common/models/model_limits';
import {
  endpointTemperatureVersion,
  sendsTemperature,
} from '../../../common/targets/target_versions';
import { modelCallerOf, type TargetChoice } from '../../../common/targets/targets';
import { acceptsKey, firstVersionWith } from './config_keys';

/** The Kibana and the target through which its assistants will call a model. */
export interface Caller {
  kibanaVersion: string;
  target: TargetChoice;
}

/**
 * The first version of Kibana whose assistants can use the model through the target; undefined if this one is. Some
 * models reject temperature 0, which a connector overrides from Kibana 9.3 on.
 */
export function requiredKibana(
  { kibanaVersion, target }: Caller,
  modelName: string,
): string | undefined {
  if (!refusesTemperature(modelName)) return undefined;
  const caller = modelCallerOf({ target });
  if (caller !== 'kibana' && sendsTemperature(kibanaVersion)) {
    return endpointTemperatureVersion(kibanaVersion);
  }
  return caller !== 'elasticsearch' && !acceptsKey(kibanaVersion, 'temperature')
    ? firstVersionWith('temperature')
    : undefined;
}
