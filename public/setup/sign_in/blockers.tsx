import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Environment } from '../../../common/environment';
import { VerdictList } from '../../shared/verdict_list';
import { usePrivileges } from '../../shared/required_privilege';

/** Problems in Kibana itself, shown before sign-in. */
export function ConnectBlockers({
  environment,
}: {
  environment: Environment;
}): ReactElement | null {
  const { saveConnectors } = usePrivileges();
  const open = environment.verdicts.filter(
    ({ check, status }) =>
      status !== 'pass' &&
      // Said above the steps already, with a text to send.
      (saveConnectors || check !== 'connector_privilege'),
  );
  if (open.length === 0) return null;
  const fails = open.some(({ status }) => status === 'fail');
  const warns = open.some(({ status }) => status === 'warn');
  return (
    <>
      <EuiCallOut
        color={fails ? 'danger' : 'warning'}
        iconType={fails ? 'error' : 'warning'}
        title={
          fails
            ? i18n.translate('azureOpenaiSetup.wizard.connect.blockers.fail', {
                defaultMessage: 'This Kibana cannot hold the connector yet',
              })
            : warns
              ? i18n.translate('azureOpenaiSetup.wizard.connect.blockers.warn', {
                  defaultMessage: 'Setup might not succeed from this Kibana',
                })
              : i18n.translate('azureOpenaiSetup.wizard.connect.blockers.unverified', {
                  defaultMessage: 'Some things in Kibana could not be checked',
                })
        }
        data-test-subj="kibanaBlockers"
      >
        <VerdictList verdicts={open} />
      </EuiCallOut>
      <EuiSpacer size="l" />
    </>
  );
}
