import { refusesTemperature } from '../../../common/models/model_limits';
import { acceptsKey } from './config_keys';

/** The first version of Kibana in which a connector overrides the temperature. */
export const temperatureVersion = '9.3';

/**
 * True when the model refuses the temperature that this Kibana's assistants send: it is 0, unless the
 * connector overrides it, which is possible from Kibana 9.3 on.
 */
export const temperatureFails = (kibanaVersion: string, modelName: string): boolean =>
  refusesTemperature(modelName) && !acceptsKey(kibanaVersion, 'temperature');
