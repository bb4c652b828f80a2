import {
  EuiButtonEmpty,
  EuiEmptyPrompt,
  EuiInMemoryTable,
  EuiSkeletonText,
  EuiText,
  useGeneratedHtmlId,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AccountOption } from '../../../common/options';
import { accountObstacle, adoptedAccount } from '../../../common/adoption';
import { chosenAccount } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { formatList, regionName } from '../../../common/words/format';
import { accountObstacleText, deploymentsText, networkText, roomText } from './resource_text';

const text = {
  name: i18n.translate('azureOpenaiSetup.resource.accounts.name', { defaultMessage: 'Name' }),
  region: i18n.translate('azureOpenaiSetup.resource.accounts.region', { defaultMessage: 'Region' }),
  state: i18n.translate('azureOpenaiSetup.resource.accounts.state', { defaultMessage: 'State' }),
  ready: i18n.translate('azureOpenaiSetup.resource.accounts.ready', { defaultMessage: 'Ready' }),
  network: i18n.translate('azureOpenaiSetup.resource.accounts.network', {
    defaultMessage: 'Network',
  }),
  keys: i18n.translate('azureOpenaiSetup.resource.accounts.keys', { defaultMessage: 'API keys' }),
  keysOn: i18n.translate('azureOpenaiSetup.resource.accounts.keysOn', {
    defaultMessage: 'Allowed',
  }),
  keysOff: i18n.translate('azureOpenaiSetup.resource.accounts.keysOff', {
    defaultMessage: 'Disabled',
  }),
  deployments: i18n.translate('azureOpenaiSetup.resource.accounts.deployments', {
    defaultMessage: 'Deployments',
  }),
  usedBy: i18n.translate('azureOpenaiSetup.resource.accounts.usedBy', {
    defaultMessage: 'Used by connector',
  }),
  usedByNone: i18n.translate('azureOpenaiSetup.resource.accounts.usedByNone', {
    defaultMessage: 'None of this space',
  }),
  use: i18n.translate('azureOpenaiSetup.resource.accounts.use', { defaultMessage: 'Use' }),
  used: i18n.translate('azureOpenaiSetup.resource.accounts.used', { defaultMessage: 'Chosen' }),
  caption: i18n.translate('azureOpenaiSetup.resource.accounts.caption', {
    defaultMessage: 'Azure OpenAI resources in the subscription',
  }),
};

/** The subscription's own Azure OpenAI resources; those that cannot be used say why. */
export function ExistingAccounts(step: FormStepProps): ReactElement {
  const { options, optionsLoading } = step;
  if (!options.accounts && optionsLoading) return <EuiSkeletonText lines={5} />;
  if (!options.accounts?.length) return <NoAccounts />;
  return (
    <EuiInMemoryTable
      items={options.accounts}
      itemId={({ resourceGroup, accountName }) => `${resourceGroup}/${accountName}`}
      columns={columns(step)}
      tableCaption={text.caption}
      sorting={{ sort: { field: 'accountName', direction: 'asc' } }}
      pagination={options.accounts.length > 10 ? { pageSizeOptions: [10, 25, 50] } : undefined}
      css={wrappedHeaders}
      rowProps={({ accountName }) => ({ 'data-test-subj': `existingAccount-${accountName}` })}
      data-test-subj="existingAccountsTable"
    />
  );
}

/** EUI cuts long headers off; eight columns are narrow. */
const wrappedHeaders = {
  '.euiTableHeaderCell .eui-textTruncate': { whiteSpace: 'normal !important', textAlign: 'start' },
} as const;

function NoAccounts(): ReactElement {
  return (
    <EuiEmptyPrompt
      titleSize="xs"
      title={
        <h3>
          {i18n.translate('azureOpenaiSetup.resource.accounts.none', {
            defaultMessage: 'No Azure OpenAI resource in this subscription',
          })}
        </h3>
      }
      body={
        <p>
          {i18n.translate('azureOpenaiSetup.resource.accounts.noneBody', {
            defaultMessage: 'Create a new one, or choose another subscription.',
          })}
        </p>
      }
      data-test-subj="noExistingAccounts"
    />
  );
}

const columns = (step: FormStepProps): Array<EuiBasicTableColumn<AccountOption>> => [
  {
    field: 'accountName',
    name: text.name,
    sortable: true,
    render: (name: string, { resourceGroup }: AccountOption) => (
      <TwoLines first={name} second={resourceGroup} />
    ),
  },
  {
    field: 'location',
    name: text.region,
    sortable: true,
    render: (location: string, account: AccountOption) => (
      <TwoLines first={regionName(location, step.options)} second={roomText(account, step)} />
    ),
  },
  {
    field: 'state',
    name: text.state,
    render: (state: string) => (state === 'Succeeded' ? text.ready : state),
  },
  {
    field: 'networkAccess',
    name: text.network,
    render: (access: AccountOption['networkAccess']) => networkText[access].name,
  },
  {
    field: 'keysDisabled',
    name: text.keys,
    render: (disabled: boolean) => (disabled ? text.keysOff : text.keysOn),
  },
  {
    name: text.deployments,
    render: ({ deployments }: AccountOption) => deploymentsText(deployments),
  },
  {
    field: 'usedBy',
    name: text.usedBy,
    render: (usedBy: string[]) => (usedBy.length > 0 ? formatList(usedBy) : text.usedByNone),
  },
  {
    name: text.use,
    render: (account: AccountOption) => <Choice step={step} account={account} />,
  },
];

function TwoLines({ first, second }: { first: string; second?: string }): ReactElement {
  return (
    <div>
      <div>{first}</div>
      {second && (
        <EuiText size="xs" color="subdued">
          {second}
        </EuiText>
      )}
    </div>
  );
}

/** Begins with what the button shows: a person says it to a voice control. */
const choiceLabel = (name: string, isChosen: boolean): string =>
  isChosen
    ? i18n.translate('azureOpenaiSetup.resource.accounts.chosenThis', {
        defaultMessage: 'Chosen: {name}',
        values: { name },
      })
    : i18n.translate('azureOpenaiSetup.resource.accounts.useThis', {
        defaultMessage: 'Use {name}',
        values: { name },
      });

function Choice({ step, account }: { step: FormStepProps; account: AccountOption }): ReactElement {
  const obstacle = accountObstacle(account);
  const reasonId = useGeneratedHtmlId({ prefix: 'accountObstacle' });
  const isChosen = chosenAccount(step) === account;
  return (
    <div>
      <EuiButtonEmpty
        size="xs"
        iconType={isChosen ? 'check' : undefined}
        isDisabled={obstacle !== undefined}
        onClick={() => step.update(adoptedAccount(account) ?? {})}
        aria-pressed={isChosen}
        aria-describedby={obstacle ? reasonId : undefined}
        aria-label={choiceLabel(account.accountName, isChosen)}
      >
        {isChosen ? text.used : text.use}
      </EuiButtonEmpty>
      {obstacle && (
        <EuiText size="xs" color="subdued" id={reasonId}>
          {accountObstacleText[obstacle](account)}
        </EuiText>
      )}
    </div>
  );
}
