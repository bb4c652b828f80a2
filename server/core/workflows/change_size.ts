import { writeLocks } from '../checks/resources/resource_group';
import { apiKeys } from '../checks/target/api_keys';
import { capacityChange, deploymentWritable } from '../checks/model/capacity_change';
import { capacityPolicy } from '../checks/resources/policy';
import { kibanaSecrets } from '../checks/target/kibana_secrets';
import { signedIn } from '../checks/resources/signed_in';
import { subscription } from '../checks/resources/subscription';
import { taskSpace } from '../checks/target/task_space';
import { deploymentCapacity } from '../steps/deployment_capacity';
import type { Workflow } from './workflow';

/** Changes the capacity of a deployment that a finished run created. */
export const changeSize: Workflow = {
  id: 'change_size',
  noun: 'throughput change',
  steps: [deploymentCapacity],
  checks: [
    kibanaSecrets,
    apiKeys,
    taskSpace,
    signedIn,
    subscription,
    deploymentWritable,
    writeLocks,
    capacityPolicy,
    capacityChange,
  ],
  remedies: {},
};
