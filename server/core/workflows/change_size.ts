import { apiKeys } from '../checks/api_keys';
import { capacityChange, deploymentWritable } from '../checks/capacity_change';
import { signedIn } from '../checks/signed_in';
import { subscription } from '../checks/subscription';
import { taskSpace } from '../checks/task_space';
import { deploymentCapacity } from '../steps/deployment_capacity';
import type { Workflow } from './workflow';

/** Changes the capacity of a deployment that a finished run created. */
export const changeSize: Workflow = {
  id: 'change_size',
  steps: [deploymentCapacity],
  checks: [apiKeys, taskSpace, signedIn, subscription, deploymentWritable, capacityChange],
  remedies: {},
};
