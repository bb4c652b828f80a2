import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AccountOption, DeploymentOption } from '../../../common/options';
import { adoptedDeployment, deploymentObstacle } from '../../../common/azure/adoption';
import { chosenDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { offerOf } from '../offers/model_offer';
import { rowHeads } from '../plan_row/row_heads';
import { formatCapacity, modelTitle } from '../../../common/words/format';
import { typeName } from '../../../common/words/model_text';
import { deploymentObstacleText, tableText } from './resource_text';
import { fieldText } from '../../../common/words/field_text';

const text = {
  title: i18n.translate('azureOpenaiSetup.resource.deployments.title', {
    defaultMessage: 'Deployments of this resource',
  }),
  intro: i18n.translate('azureOpenaiSetup.resource.deployments.intro', {
    defaultMessage:
      'Setup creates a new deployment, unless you use an existing one, which stays unchanged.',
  }),
  used: i18n.translate('azureOpenaiSetup.resource.deployments.used', {
    defaultMessage: 'Will be used',
  }),
};

/** The deployments of the chosen resource, which can be reused. */
export function ExistingDeployments(props: {
  step: FormStepProps;
  account: AccountOption;
}): ReactElement | null {
  const { step, account } = props;
  if (!account.deployments) return <Unread loading={step.optionsLoading} />;
  if (account.deployments.length === 0) return null;
  return (
    <>
      <EuiSpacer size="l" />
      <EuiTitle size="xxs">
        <h3>{text.title}</h3>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{text.intro}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiBasicTable
        items={account.deployments}
        itemId="deploymentName"
        columns={columns(step)}
        tableCaption={text.title}
        rowProps={({ deploymentName }) => ({
          'data-test-subj': `existingDeployment-${deploymentName}`,
        })}
        data-test-subj="existingDeploymentsTable"
      />
    </>
  );
}

function Unread({ loading }: { loading: boolean }): ReactElement {
  if (loading) return <EuiSkeletonText lines={3} />;
  return (
    <EuiText size="s" color="subdued" data-test-subj="existingDeploymentsUnread">
      <p>
        {i18n.translate('azureOpenaiSetup.resource.deployments.unread', {
          defaultMessage:
            "The deployments of this resource couldn't be read. If you enter the name of an existing deployment, setup uses it if its model and type match.",
        })}
      </p>
    </EuiText>
  );
}

const columns = (step: FormStepProps): Array<EuiBasicTableColumn<DeploymentOption>> => [
  { field: 'deploymentName', name: tableText.name },
  {
    name: fieldText.modelName.label,
    render: ({ modelName, modelVersion, deploymentType }: DeploymentOption) => (
      <div>
        <div>{`${modelTitle(modelName)} ${modelVersion}`}</div>
        <EuiText size="xs" color="subdued">
          {typeName(deploymentType)}
        </EuiText>
      </div>
    ),
  },
  {
    name: rowHeads.throughput.label,
    render: (deployment: DeploymentOption) => sizeText(step, deployment),
  },
  {
    name: tableText.actions,
    render: (deployment: DeploymentOption) => <Choice step={step} deployment={deployment} />,
  },
];

/** In tokens per minute if the catalog has the model's version and type. */
function sizeText(step: FormStepProps, deployment: DeploymentOption) {
  const request = { ...deployment, location: step.request.location };
  const { type } = offerOf({ ...step, request });
  return formatCapacity(deployment.capacity, type?.tokensPerUnit);
}

/** Starts with the visible text, for voice control. */
const choiceLabel = (name: string, isChosen: boolean): string =>
  isChosen
    ? i18n.translate('azureOpenaiSetup.resource.deployments.usedThis', {
        defaultMessage: 'Will be used: {name}',
        values: { name },
      })
    : i18n.translate('azureOpenaiSetup.resource.deployments.useThis', {
        defaultMessage: 'Use this deployment: {name}',
        values: { name },
      });

function Choice({ step, deployment }: { step: FormStepProps; deployment: DeploymentOption }) {
  const obstacle = deploymentObstacle(deployment);
  if (obstacle) {
    return (
      <EuiText size="xs" color="subdued">
        {deploymentObstacleText[obstacle](deployment)}
      </EuiText>
    );
  }
  const isChosen = chosenDeployment(step) === deployment;
  return (
    <EuiButtonEmpty
      size="xs"
      iconType={isChosen ? 'check' : undefined}
      onClick={() => step.update(adoptedDeployment(deployment))}
      aria-pressed={isChosen}
      aria-label={choiceLabel(deployment.deploymentName, isChosen)}
    >
      {isChosen ? text.used : tableText.use}
    </EuiButtonEmpty>
  );
}
