import { EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { LocationOption, SubscriptionOption } from '../../../common/options';
import { FieldRow } from '../form/field_row';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from '../form/form_step';
import { regionName } from '../../../common/words/format';
import { OneOfMany, type ComboOption } from '../../shared/one_of_many';

const subscriptionLabel = ({ displayName, subscriptionId, usable, state }: SubscriptionOption) =>
  usable
    ? `${displayName} (${subscriptionId})`
    : i18n.translate('azureOpenaiSetup.resource.subscription.unusable', {
        defaultMessage: '{displayName} ({subscriptionId}): read only, its state is {state}',
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

/** Azure does not tell upper from lower case: a name typed otherwise is the group that exists. */
export function ResourceGroupRow(step: FormStepProps): ReactElement {
  const { request, options, optionsLoading, update } = step;
  const groups = options.resourceGroups ?? [];
  const find = (name: string) =>
    groups.find((group) => group.resourceGroup.toLowerCase() === name.toLowerCase());
  const found = find(request.resourceGroup);
  return (
    <FieldRow
      field="resourceGroup"
      step={step}
      help={
        found
          ? i18n.translate('azureOpenaiSetup.resource.group.exists', {
              defaultMessage: 'Exists, in {region}.',
              values: { region: regionName(found.location, options) },
            })
          : i18n.translate('azureOpenaiSetup.resource.group.new', {
              defaultMessage: 'New, will be created in {region}.',
              values: { region: regionName(request.location, options) },
            })
      }
    >
      {(isInvalid) => (
        <OneOfMany
          options={groups.map(({ resourceGroup }) => ({ label: resourceGroup }))}
          chosen={{ label: request.resourceGroup }}
          choose={({ label }) => update({ resourceGroup: label })}
          create={(name) => update({ resourceGroup: find(name)?.resourceGroup ?? name })}
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

const toOption = ({ name, displayName }: LocationOption): ComboOption => ({
  label: displayName,
  value: name,
});

/** The recommended region, then those that Azure calls recommended, then the rest. */
function regionGroups(locations: readonly LocationOption[], best: string) {
  const sorted = [...locations].sort((a, b) => a.displayName.localeCompare(b.displayName));
  const groups = [
    {
      label: i18n.translate('azureOpenaiSetup.resource.region.best', {
        defaultMessage: 'Recommended for this setup',
      }),
      options: sorted.filter(({ name }) => name === best),
    },
    {
      label: i18n.translate('azureOpenaiSetup.resource.region.recommended', {
        defaultMessage: 'Recommended by Azure',
      }),
      options: sorted.filter(({ name, recommended }) => name !== best && recommended),
    },
    {
      label: i18n.translate('azureOpenaiSetup.resource.region.others', {
        defaultMessage: 'Other regions',
      }),
      options: sorted.filter(({ name, recommended }) => name !== best && !recommended),
    },
  ];
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ label, options }) => ({ label, options: options.map(toOption) }));
}

export function RegionRow(step: FormStepProps): ReactElement {
  const { request, options, optionsLoading, recommendation, update } = step;
  const locations = options.locations ?? [];
  return (
    <FieldRow
      field="location"
      step={step}
      help={i18n.translate('azureOpenaiSetup.resource.region.count', {
        defaultMessage:
          '{count, plural, one {# region offers} other {# regions offer}} Azure OpenAI to this subscription.',
        values: { count: locations.length },
      })}
    >
      {(isInvalid) => (
        <OneOfMany
          options={regionGroups(locations, recommendation.request.location)}
          chosen={{ label: regionName(request.location, options), value: request.location }}
          choose={({ value }) => value && update({ location: value })}
          label={fieldText.location.label}
          isInvalid={isInvalid}
          isLoading={optionsLoading}
          data-test-subj="locationCombo"
        />
      )}
    </FieldRow>
  );
}
