import type { AppMountParameters } from '@kbn/core/public';
import { EuiSpacer } from '@elastic/eui';
import { Suspense, type ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';
import { NoPrivilege, usePrivileges } from '../../shared/required_privilege';
import { PageHeader } from './page_header';
import { useChrome } from './use_chrome';

const SetupsToLookAt = lazyPart(
  async () => (await import('../../setups/setups_section')).SetupsToLookAt,
);

interface NoPrivilegePageProps {
  onAppLeave: AppMountParameters['onAppLeave'];
}

/** The page of a person with the read privilege at most. */
export function NoPrivilegePage({ onAppLeave }: NoPrivilegePageProps): ReactElement {
  const { show } = usePrivileges();
  useChrome(undefined, false, onAppLeave);
  return (
    <>
      <PageHeader />
      <EuiSpacer size="l" />
      <NoPrivilege />
      {show && (
        <Suspense fallback={null}>
          <SetupsToLookAt />
        </Suspense>
      )}
    </>
  );
}
