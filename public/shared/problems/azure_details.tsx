import {
  EuiAccordion,
  EuiButtonEmpty,
  EuiCopy,
  EuiDescriptionList,
  EuiSpacer,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AzureWords } from '../../../common/problem';
import { formatDateTime } from '../../../common/words/format';

const labels = {
  code: i18n.translate('azureOpenaiSetup.azureDetails.code', { defaultMessage: 'Code' }),
  message: i18n.translate('azureOpenaiSetup.azureDetails.message', { defaultMessage: 'Message' }),
  correlationId: i18n.translate('azureOpenaiSetup.azureDetails.correlationId', {
    defaultMessage: 'Correlation ID',
  }),
  at: i18n.translate('azureOpenaiSetup.azureDetails.at', { defaultMessage: 'Time' }),
};

const order = ['code', 'message', 'correlationId', 'at'] as const;

const rows = (azure: AzureWords) =>
  order.flatMap((name) => {
    const value = azure[name];
    return value ? [{ name, label: labels[name], value }] : [];
  });

const lineOf = ({ label, value }: { label: string; value: string }) =>
  i18n.translate('azureOpenaiSetup.azureDetails.line', {
    defaultMessage: '{label}: {value}',
    values: { label, value },
  });

/** Azure's message for support, collapsed. */
export function AzureDetails({ azure }: { azure?: AzureWords }): ReactElement | null {
  const id = useGeneratedHtmlId({ prefix: 'azureDetails' });
  const shown = azure ? rows(azure) : [];
  if (shown.length === 0) return null;
  return (
    <>
      <EuiSpacer size="xs" />
      <EuiAccordion
        id={id}
        paddingSize="s"
        buttonContent={i18n.translate('azureOpenaiSetup.azureDetails.title', {
          defaultMessage: 'Details from Azure',
        })}
        data-test-subj="azureDetails"
      >
        <EuiDescriptionList
          type="column"
          compressed
          listItems={shown.map(({ name, label, value }) => ({
            title: label,
            description: name === 'at' ? formatDateTime(value) : value,
          }))}
        />
        <EuiSpacer size="s" />
        <CopyAll text={shown.map(lineOf).join('\n')} />
      </EuiAccordion>
    </>
  );
}

function CopyAll({ text }: { text: string }): ReactElement {
  return (
    <EuiCopy textToCopy={text}>
      {(copy) => (
        <EuiButtonEmpty size="xs" iconType="copy" onClick={copy} data-test-subj="azureDetailsCopy">
          {i18n.translate('azureOpenaiSetup.azureDetails.copy', { defaultMessage: 'Copy details' })}
        </EuiButtonEmpty>
      )}
    </EuiCopy>
  );
}
