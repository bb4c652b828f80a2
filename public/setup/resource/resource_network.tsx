import { EuiComboBox, EuiRadioGroup, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import * as v from 'valibot';
import { ipRule, networkAccess } from '../../../common/fields';
import type { SetupRequest } from '../../../common/setup_request';
import { modelCallerOf, type ModelCaller } from '../../../common/targets/targets';
import { FieldRow } from '../form/field_row';
import { fieldRules } from '../../../common/words/field_rules';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from '../form/form_step';
import { formatList } from '../../../common/words/format';
import { networkText } from './resource_text';

export function NetworkRows(step: FormStepProps): ReactElement {
  const { request, update } = step;
  const meaningOf = (access: SetupRequest['networkAccess']) =>
    networkText[access].meaning(modelCallerOf(request));
  return (
    <>
      <FieldRow field="networkAccess" step={step} isGroup>
        {() => (
          <EuiRadioGroup
            name="networkAccess"
            options={networkAccess.options.map((id) => ({
              id: `networkAccess-${id}`,
              value: id,
              'data-test-subj': `networkAccess-${id}`,
              label: <NetworkLabel name={networkText[id].name} meaning={meaningOf(id)} />,
            }))}
            idSelected={`networkAccess-${request.networkAccess}`}
            onChange={(_id, value) => update({ networkAccess: v.parse(networkAccess, value) })}
            data-test-subj="networkAccess"
          />
        )}
      </FieldRow>
      {request.networkAccess === 'selected' && <AddressRow {...step} />}
    </>
  );
}

function NetworkLabel({ name, meaning }: { name: string; meaning: string }): ReactElement {
  return (
    <>
      {name}
      <EuiText size="xs" color="subdued" component="span" css={{ display: 'block' }}>
        {meaning}
      </EuiText>
    </>
  );
}

const isAddress = (text: string) => v.is(ipRule, text);

function AddressRow(step: FormStepProps): ReactElement {
  const { request, update } = step;
  const [refused, setRefused] = useState<string[]>([]);
  const caller = modelCallerOf(request);
  const help = i18n.translate('azureOpenaiSetup.fields.ipRules.help', {
    defaultMessage:
      'Enter an address or range and press Enter. {caller, select, kibana {Include the public address of the Kibana server.} elasticsearch {Include the public addresses of the Elasticsearch nodes.} other {Include the public addresses of the Kibana server and the Elasticsearch nodes.}}',
    values: { caller },
  });
  const add = (typed: string) => {
    const entries = typed.split(/[\s,;]+/).filter(Boolean);
    const good = entries.filter((entry) => isAddress(entry));
    setRefused(entries.filter((entry) => !isAddress(entry)));
    if (good.length > 0) update({ ipRules: [...new Set([...request.ipRules, ...good])] });
  };
  return (
    <FieldRow
      field="ipRules"
      step={step}
      help={request.ipRules.length > 0 ? help : [noAddressText(caller), help]}
      error={refusedText(refused)}
    >
      {(isInvalid) => (
        <EuiComboBox
          fullWidth
          noSuggestions
          selectedOptions={request.ipRules.map((label) => ({ label }))}
          onChange={(chosen) => {
            setRefused([]);
            update({ ipRules: chosen.map(({ label }) => label) });
          }}
          onCreateOption={add}
          isInvalid={isInvalid}
          aria-label={fieldText.ipRules.label}
          data-test-subj="ipRulesCombo"
        />
      )}
    </FieldRow>
  );
}

const refusedText = (refused: string[]): string | undefined =>
  refused.length > 0
    ? i18n.translate('azureOpenaiSetup.resource.network.refused', {
        defaultMessage: 'Not an address or range, so not added: {entries}. {rule}',
        values: { entries: formatList(refused), rule: fieldRules.ipRules },
      })
    : undefined;

/** Only a hint: a private endpoint needs no address. The plan warns, too. */
const noAddressText = (caller: ModelCaller): string =>
  i18n.translate('azureOpenaiSetup.resource.network.noAddress', {
    defaultMessage:
      "Add at least one address. Without one, {caller, select, kibana {Kibana} elasticsearch {the Elasticsearch nodes} other {Kibana and the Elasticsearch nodes}} can't reach the endpoint, except through a private endpoint.",
    values: { caller },
  });
