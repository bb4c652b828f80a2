import { EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import * as v from 'valibot';
import * as fields from '../../../common/fields';
import type { SubscriptionOption } from '../../../common/options';
import { FieldRow } from '../form/field_row';
import { fieldRules } from '../../../common/words/field_rules';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from '../form/form_step';
import { regionName } from '../../../common/words/format';
import { sameText } from '../../../common/values/same_text';
import { OneOfMany } from './one_of_many';

const subscriptionLabel = ({ displayName, subscriptionId, usable, state }: SubscriptionOption) =>
  usable
    ? `${displayName} (${subscriptionId})`
    : i18n.translate('azureOpenaiSetup.resource.subscription.unusable', {
        defaultMessage: '{displayName} ({subscriptionId}): read-only, state: {state}',
        values: { displayName, subscriptionId, state },
      });

export function SubscriptionRow(step: FormStepProps): ReactElement {
  const { request, options, update } = step;
  const known = options.subscriptions.some(
    ({ subscriptionId }) => subscriptionId === request.subscriptionId,
  );
  return (
    <FieldRow field="subscriptionId" step={step}>
      {(isInvalid) => (
        <EuiSelect
          fullWidth
          options={options.subscriptions.map((subscription) => ({
            value: subscription.subscriptionId,
            text: subscriptionLabel(subscription),
            disabled: !subscription.usable,
          }))}
          hasNoInitialSelection={!known}
          value={request.subscriptionId}
          onChange={(event) => update({ subscriptionId: event.target.value })}
          isInvalid={isInvalid}
          aria-label={fieldText.subscriptionId.label}
          data-test-subj="subscriptionSelect"
        />
      )}
    </FieldRow>
  );
}

/** Names of groups are case-insensitive in Azure. */
export function ResourceGroupRow(step: FormStepProps): ReactElement {
  const { request, options, optionsLoading, update } = step;
  const groups = options.resourceGroups ?? [];
  const find = (name: string) => groups.find((group) => sameText(group.resourceGroup, name));
  const found = find(request.resourceGroup);
  const [typed, setTyped] = useState('');
  const isFault = typed !== '' && !find(typed) && !v.is(fields.resourceGroup, typed.trim());
  return (
    <FieldRow
      field="resourceGroup"
      step={step}
      help={
        found
          ? i18n.translate('azureOpenaiSetup.resource.group.exists', {
              defaultMessage:
                'Exists, in {region}. To create a new one, type its name and press Enter.',
              values: { region: regionName(found.location, options) },
            })
          : i18n.translate('azureOpenaiSetup.resource.group.new', {
              defaultMessage:
                'New, will be created in {region}. Choose an existing one, or type another name and press Enter.',
              values: { region: regionName(request.location, options) },
            })
      }
      {...(isFault && !step.invalid.has('resourceGroup') && { error: fieldRules.resourceGroup })}
    >
      {(isInvalid) => (
        <OneOfMany
          options={groups.map(({ resourceGroup }) => ({ label: resourceGroup }))}
          chosen={{ label: request.resourceGroup }}
          choose={({ label }) => update({ resourceGroup: label })}
          create={(name) => update({ resourceGroup: find(name)?.resourceGroup ?? name })}
          onSearch={setTyped}
          createText={i18n.translate('azureOpenaiSetup.resource.group.create', {
            defaultMessage: 'Create a new resource group {searchValue}',
            values: { searchValue: '{searchValue}' },
          })}
          label={fieldText.resourceGroup.label}
          isInvalid={isInvalid}
          isLoading={optionsLoading}
          data-test-subj="resourceGroupCombo"
        />
      )}
    </FieldRow>
  );
}
