import { EuiFieldText, EuiFormRow, EuiSelect, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import { endpointUrl } from '../../../common/azure/endpoint';
import * as fields from '../../../common/fields';
import { fieldText } from '../../../common/words/field_text';
import { FieldRow } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';
import { fitSubdomain } from '../target/resource_names';
import { NetworkRows } from './resource_network';
import { kindText } from './resource_text';
import { ResourceGroupRow } from './resource_place';
import { TagsRow } from './resource_tags';

export function NewResource(step: FormStepProps): ReactElement {
  return (
    <>
      <ResourceGroupRow {...step} />
      <NameRows {...step} />
      <KindRow {...step} />
      <TierRow />
      <NetworkRows {...step} />
      <TagsRow {...step} />
    </>
  );
}

function NameRows(step: FormStepProps): ReactElement {
  const { request, options, update } = step;
  const subdomain = request.customSubDomainName ?? '';
  return (
    <>
      <FieldRow field="accountName" step={step}>
        {(isInvalid) => (
          <EuiFieldText
            fullWidth
            value={request.accountName}
            onChange={({ target: { value } }) =>
              update({ accountName: value, customSubDomainName: fitSubdomain(value) })
            }
            isInvalid={isInvalid}
            data-test-subj="accountNameInput"
          />
        )}
      </FieldRow>
      <FieldRow
        field="customSubDomainName"
        step={step}
        help={
          v.is(fields.customSubDomainName, subdomain) &&
          i18n.translate('azureOpenaiSetup.resource.endpoint', {
            defaultMessage: "The endpoint will be {url}. Its name can't be changed later.",
            values: { url: endpointUrl(subdomain, options.openAiSuffix) },
          })
        }
      >
        {(isInvalid) => (
          <EuiFieldText
            fullWidth
            value={subdomain}
            onChange={(event) => update({ customSubDomainName: event.target.value })}
            isInvalid={isInvalid}
            data-test-subj="subdomainInput"
          />
        )}
      </FieldRow>
    </>
  );
}

function KindRow(step: FormStepProps): ReactElement {
  const { request, update } = step;
  return (
    <FieldRow field="kind" step={step}>
      {(isInvalid) => (
        <EuiSelect
          fullWidth
          options={fields.kind.options.map((value) => ({ value, text: kindText[value] }))}
          value={request.kind}
          onChange={(event) => update({ kind: v.parse(fields.kind, event.target.value) })}
          isInvalid={isInvalid}
          aria-label={fieldText.kind.label}
          data-test-subj="kindSelect"
        />
      )}
    </FieldRow>
  );
}

function TierRow(): ReactElement {
  return (
    <EuiFormRow
      label={i18n.translate('azureOpenaiSetup.resource.tierLabel', {
        defaultMessage: 'Pricing tier',
      })}
      fullWidth
      hasChildLabel={false}
    >
      <EuiText size="s" data-test-subj="pricingTier">
        {i18n.translate('azureOpenaiSetup.resource.tier', {
          defaultMessage: 'Standard S0: billed per token, nothing while idle',
        })}
      </EuiText>
    </EuiFormRow>
  );
}
