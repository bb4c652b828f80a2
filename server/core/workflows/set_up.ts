import { targetKinds } from '../../../common/targets/targets';
import { checks } from '../checks';
import { remedies } from '../checks/remedies';
import { explained } from '../checks/account/keys_disabled';
import { account } from '../steps/account';
import { roleAssignment } from '../steps/role_assignment';
import { firstAnswer } from '../steps/first_answer';
import { modelDeployment } from '../steps/model_deployment';
import { providerRegistration } from '../steps/provider_registration';
import { resourceGroup } from '../steps/resource_group';
import { targetStep } from '../steps/target';
import type { Workflow } from './workflow';

/** Creates a model deployment in Azure with its parent resources, and the targets that call it. */
export const setUp: Workflow = {
  id: 'set_up',
  noun: 'setup',
  steps: [
    providerRegistration,
    resourceGroup,
    account,
    roleAssignment,
    modelDeployment,
    ...targetKinds.map(targetStep),
    firstAnswer,
  ],
  checks,
  remedies,
  explain: explained,
};
