import { checks } from '../checks';
import { conflictRemedies } from '../checks/conflict_remedies';
import { account } from '../steps/account';
import { connector } from '../steps/connector';
import { firstAnswer } from '../steps/first_answer';
import { modelDeployment } from '../steps/model_deployment';
import { providerRegistration } from '../steps/provider_registration';
import { resourceGroup } from '../steps/resource_group';
import type { Workflow } from './workflow';

/** Creates all that a connector to a model in Azure needs, and the connector. */
export const setUp: Workflow = {
  id: 'set_up',
  steps: [providerRegistration, resourceGroup, account, modelDeployment, connector, firstAnswer],
  checks,
  remedies: conflictRemedies,
};
