import { EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeploymentOption } from '../../../common/options';
import { typeName } from '../../../common/words/model_text';

/** In place of what can be set for a new deployment: an existing one keeps its type, size and policy. */
export function ReusedDeployment({ deployment }: { deployment: DeploymentOption }): ReactElement {
  const { deploymentName, deploymentType, capacity } = deployment;
  return (
    <EuiCallOut
      size="s"
      iconType="check"
      title={i18n.translate('azureOpenaiSetup.model.reused.title', {
        defaultMessage: 'The existing deployment {name} is used as it is',
        values: { name: deploymentName },
      })}
      data-test-subj="modelReused"
    >
      {i18n.translate('azureOpenaiSetup.model.reused.text', {
        defaultMessage:
          'Type: {type}. Size: {capacity, plural, one {# unit} other {# units}} of quota. To create a new deployment, enter another name.',
        values: { type: typeName(deploymentType), capacity },
      })}
    </EuiCallOut>
  );
}
