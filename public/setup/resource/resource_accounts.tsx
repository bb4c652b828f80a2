import {
  EuiButtonEmpty,
  EuiInMemoryTable,
  EuiSkeletonText,
  EuiText,
  useGeneratedHtmlId,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AccountOption } from '../../../common/options';
import { accountObstacle, adoptedAccount } from '../../../common/azure/adoption';
import { EmptyPrompt } from '../../shared/empty_prompt';
import { chosenAccount } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { formatList, regionName } from '../../../common/words/format';
import { useTargetAdvice } from '../target/target_facts';
import {
  accountObstacleText,
  deploymentsText,
  networkText,
  roomText,
  tableText,
} from './resource_text';
import { fieldText } from '../../../common/words/field_text';

const text = {
  deployments: i18n.translate('azureOpenaiSetup.resource.accounts.deployments', {
    defaultMessage: 'Deployments',
  }),
  used: i18n.translate('azureOpenaiSetup.resource.accounts.used', { defaultMessage: 'Chosen' }),
  noKeys: i18n.translate('azureOpenaiSetup.resource.accounts.withoutKeys', {
    defaultMessage: 'Doesn\'t accept API keys: turns on "Connect without API keys"',
  }),
  caption: i18n.translate('azureOpenaiSetup.resource.accounts.caption', {
    defaultMessage: 'Azure OpenAI resources in the subscription',
  }),
};

/** The subscription's Azure OpenAI resources, with the reasons why some cannot be used. */
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
      rowProps={({ accountName }) => ({ 'data-test-subj': `existingAccount-${accountName}` })}
      data-test-subj="existingAccountsTable"
    />
  );
}

const NoAccounts = (): ReactElement => (
  <EmptyPrompt
    title={i18n.translate('azureOpenaiSetup.resource.accounts.none', {
      defaultMessage: 'No Azure OpenAI resource in this subscription',
    })}
    body={i18n.translate('azureOpenaiSetup.resource.accounts.noneBody', {
      defaultMessage: 'Create a new one, or choose another subscription.',
    })}
    testSubj="noExistingAccounts"
  />
);

const columns = (step: FormStepProps): Array<EuiBasicTableColumn<AccountOption>> => [
  {
    field: 'accountName',
    name: tableText.name,
    sortable: true,
    render: (name: string, account: AccountOption) => (
      <Lines first={name} rest={[account.resourceGroup, ...limitations(account)]} />
    ),
  },
  {
    field: 'location',
    name: fieldText.location.label,
    sortable: true,
    render: (location: string, account: AccountOption) => (
      <Lines first={regionName(location, step.options)} rest={[roomText(account, step)]} />
    ),
  },
  {
    name: text.deployments,
    render: ({ deployments, usedBy }: AccountOption) => (
      <Lines
        first={deploymentsText(deployments)}
        rest={usedBy.length > 0 ? [usedByText(usedBy)] : []}
      />
    ),
  },
  {
    name: tableText.actions,
    render: (account: AccountOption) => <Choice step={step} account={account} />,
  },
];

function Lines({ first, rest }: { first: string; rest: ReadonlyArray<string | undefined> }) {
  return (
    <div css={{ minInlineSize: 0, overflowWrap: 'anywhere' }}>
      <div>{first}</div>
      {rest.filter(Boolean).map((line) => (
        <EuiText key={line} size="xs" color="subdued">
          {line}
        </EuiText>
      ))}
    </div>
  );
}

/** Only for resources with a restricted network or without keys. */
const limitations = ({ networkAccess, keysDisabled }: AccountOption): string[] => [
  ...(networkAccess === 'all' ? [] : [networkAccessText(networkText[networkAccess].name)]),
  ...(keysDisabled ? [text.noKeys] : []),
];

const networkAccessText = (name: string): string =>
  i18n.translate('azureOpenaiSetup.resource.accounts.network', {
    defaultMessage: 'Network: {name}',
    values: { name },
  });

const usedByText = (names: readonly string[]): string =>
  i18n.translate('azureOpenaiSetup.resource.accounts.usedBy', {
    defaultMessage: 'Used by {connectors}',
    values: { connectors: formatList(names) },
  });

/** Starts with the visible text, for voice control. */
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
  const found = useTargetAdvice(step);
  const canGoKeyless = found !== undefined && found.keylessRefusal === undefined;
  const obstacle = accountObstacle(account, canGoKeyless);
  const reasonId = useGeneratedHtmlId({ prefix: 'accountObstacle' });
  const isChosen = chosenAccount(step) === account;
  return (
    <div>
      <EuiButtonEmpty
        size="xs"
        iconType={isChosen ? 'check' : undefined}
        isDisabled={obstacle !== undefined}
        onClick={() => step.update({ ...adoptedAccount(account, canGoKeyless) })}
        aria-pressed={isChosen}
        aria-describedby={obstacle ? reasonId : undefined}
        aria-label={choiceLabel(account.accountName, isChosen)}
      >
        {isChosen ? text.used : tableText.use}
      </EuiButtonEmpty>
      {obstacle && (
        <EuiText size="xs" color="subdued" id={reasonId}>
          {accountObstacleText[obstacle](account)}
        </EuiText>
      )}
    </div>
  );
}
