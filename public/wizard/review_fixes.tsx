import { EuiButton, EuiConfirmModal, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Fix } from '../../common/check';
import type { Options } from '../../common/options';
import { fixText } from '../problems/fix_text';
import { regionName } from './format';
import { useWizardActions } from './wizard_actions';

/** Regions are called by their display names on the page. */
const inWords = (fix: Fix, options: Options): string => {
  const location = fix.detail?.location;
  return fixText(
    typeof location === 'string'
      ? { ...fix, detail: { ...fix.detail, location: regionName(location, options) } }
      : fix,
  );
};

/** What the page itself can change about a finding; the plan is then made anew. */
export function ReviewFixes({
  fixes,
  options,
}: {
  fixes: readonly Fix[];
  options: Options;
}): ReactElement | null {
  const { applyFix } = useWizardActions();
  const [asking, ask] = useState<Fix>();
  if (fixes.length === 0) return null;
  const press = (fix: Fix) => (fix.code === 'purge_account' ? ask(fix) : applyFix(fix.change));
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {fixes.map((fix) => (
          <EuiFlexItem grow={false} key={`${fix.code}-${inWords(fix, options)}`}>
            <EuiButton size="s" fill onClick={() => press(fix)} data-test-subj={`fix-${fix.code}`}>
              {inWords(fix, options)}
            </EuiButton>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {asking && (
        <ConfirmPurge
          name={String(asking.detail?.name ?? '')}
          onCancel={() => ask(undefined)}
          onConfirm={() => {
            ask(undefined);
            applyFix(asking.change);
          }}
        />
      )}
    </>
  );
}

interface ConfirmPurgeProps {
  name: string;
  onCancel(): void;
  onConfirm(): void;
}

function ConfirmPurge({ name, onCancel, onConfirm }: ConfirmPurgeProps): ReactElement {
  const title = i18n.translate('azureOpenaiSetup.wizard.purge.title', {
    defaultMessage: 'Purge the deleted resource {name}?',
    values: { name },
  });
  return (
    <EuiConfirmModal
      title={title}
      aria-label={title}
      onCancel={onCancel}
      onConfirm={onConfirm}
      buttonColor="danger"
      cancelButtonText={i18n.translate('azureOpenaiSetup.wizard.purge.cancel', {
        defaultMessage: 'Keep it',
      })}
      confirmButtonText={i18n.translate('azureOpenaiSetup.wizard.purge.confirm', {
        defaultMessage: 'Purge it when setup starts',
      })}
      data-test-subj="purgeModal"
    >
      {i18n.translate('azureOpenaiSetup.wizard.purge.body', {
        defaultMessage:
          'Whoever deleted it can restore it for 48 hours. Purging ends that: its deployments and settings are gone for good.',
      })}
    </EuiConfirmModal>
  );
}
