import { account } from './account';
import { connector } from './connector';
import { firstAnswer } from './first_answer';
import { modelDeployment } from './model_deployment';
import { providerRegistration } from './provider_registration';
import { resourceGroup } from './resource_group';
import type { Step } from './step';

/** What a setup makes, in the order it is made. Undo goes through it backwards. */
export const steps: readonly Step[] = [
  providerRegistration,
  resourceGroup,
  account,
  modelDeployment,
  connector,
  firstAnswer,
];
