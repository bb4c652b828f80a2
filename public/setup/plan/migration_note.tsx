import { EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { migrationText } from '../../../common/words/migration_text';
import { useMigration } from '../../api/migration';

/** The connector that this plan migrates. */
export function MigrationNote({ connectorId }: { connectorId: string }): ReactElement | null {
  const { data } = useMigration();
  const name = data?.connectors.find(({ id }) => id === connectorId)?.name;
  if (name === undefined) return null;
  return (
    <>
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="migrationNote">{migrationText.plan(name)}</p>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}
