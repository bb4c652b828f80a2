export interface ResourceGroupRef {
  subscriptionId: string;
  resourceGroup: string;
}

export interface AccountRef extends ResourceGroupRef {
  accountName: string;
}

/** The scope of permissions and locks: a subscription, resource group or account. */
export interface Scope {
  subscriptionId: string;
  resourceGroup?: string;
  accountName?: string;
}

export interface DeploymentRef extends AccountRef {
  deploymentName: string;
}
