import { refusesTemperature } from '../../../common/models/model_limits';
import { acceptsKey, firstVersionWith } from './config_keys';

/** The first version of Kibana in which a connector overrides the temperature. */
export const temperatureVersion = firstVersionWith('temperature');

/**
 * True if the model rejects the temperature of this Kibana's assistants: 0, unless the connector overrides it, which is
 * possible from Kibana 9.3 on.
 */
export const temperatureFails = (kibanaVersion: string, modelName: string): boolean =>
  refusesTemperature(modelName) && !acceptsKey(kibanaVersion, 'temperature');
