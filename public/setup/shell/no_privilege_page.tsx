import type { AppMountParameters } from '@kbn/core/public';
import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';
import { usePrivileges } from '../../api/use_privileges';
import { PageHeader } from './page_header';
import { useChrome } from './use_chrome';

const NoPrivilege = lazyPart(
  async () => (await import('../../shared/problems/required_privilege')).NoPrivilege,
);
const ReadOnlySetups = lazyPart(
  async () => (await import('../../setups/setups_section')).ReadOnlySetups,
);

interface NoPrivilegePageProps {
  onAppLeave: AppMountParameters['onAppLeave'];
}

/** The page for users without the manage privilege. */
export function NoPrivilegePage({ onAppLeave }: NoPrivilegePageProps): ReactElement {
  const { show } = usePrivileges();
  useChrome(undefined, false, onAppLeave);
  return (
    <>
      <PageHeader />
      <EuiSpacer size="l" />
      <NoPrivilege />
      {show && <ReadOnlySetups />}
    </>
  );
}
