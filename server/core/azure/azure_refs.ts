export interface ResourceGroupRef {
  subscriptionId: string;
  resourceGroup: string;
}

export interface AccountRef extends ResourceGroupRef {
  accountName: string;
}

/** A subscription, a resource group of it, or an account: the scope of permissions and locks. */
export interface Scope {
  subscriptionId: string;
  resourceGroup?: string;
  accountName?: string;
}

export interface DeploymentRef extends AccountRef {
  deploymentName: string;
}
