import { EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { TargetKind } from '../../../common/targets/targets';

const text = {
  privilege: i18n.translate('azureOpenaiSetup.done.people', {
    defaultMessage:
      'Everyone who uses the model needs the Elasticsearch cluster privilege {privilege}. An administrator has to add it to custom roles.',
    values: { privilege: 'monitor_inference' },
  }),
  connector: i18n.translate('azureOpenaiSetup.done.peopleConnector', {
    defaultMessage: 'Without it, people in this space can use the connector.',
  }),
};

interface DonePeopleProps {
  /** The setup's targets that exist. */
  kinds: readonly TargetKind[];
}

/** The privilege that other people need, because an inference endpoint is called with the person's privileges. */
export function DonePeople({ kinds }: DonePeopleProps): ReactElement | null {
  if (!kinds.includes('inference_endpoint')) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="donePeople">
          <EuiIcon type="users" size="s" aria-hidden={true} /> {text.privilege}{' '}
          {kinds.includes('connector') && text.connector}
        </p>
      </EuiText>
    </>
  );
}
