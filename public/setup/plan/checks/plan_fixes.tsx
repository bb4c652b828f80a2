import { EuiButton, EuiConfirmModal, EuiFlexGroup, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Fix } from '../../../../common/check';
import type { Options } from '../../../../common/options';
import { valuesOf, type Problem } from '../../../../common/problem';
import { fixText, needsInput } from '../../../../common/words/fix_text';
import { usePageActions } from '../../screen/page_actions';

interface PlanFixesProps {
  fixes: readonly Fix[];
  /** The problem that they solve, with the name of the resource to purge. */
  problem?: Problem;
  options: Options;
  /** True if the first non-destructive fix is the screen's primary button. */
  main?: boolean;
  /** Gets the applied fix; its button disappears with the finding. */
  onApplied(fix: Fix): void;
}

/** Long names wrap on a narrow page. */
const wrapping = {
  maxInlineSize: '100%',
  blockSize: 'auto',
  padding: '4px 12px',
  whiteSpace: 'normal',
} as const;

const isHarmless = ({ code }: Fix): boolean => code !== 'purge_account';

/** The buttons for the fixes of a finding; the plan is then checked again. */
export function PlanFixes(props: PlanFixesProps): ReactElement | null {
  const { fixes, problem, options, main, onApplied } = props;
  const { applyFix, openField } = usePageActions();
  const [asking, ask] = useState<Fix>();
  if (fixes.length === 0) return null;
  const filled = main ? fixes.find(isHarmless) : undefined;
  const apply = (fix: Fix) => {
    applyFix(fix.change);
    if (needsInput(fix)) openField('tags');
    else onApplied(fix);
  };
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {fixes.map((fix, index) => (
          <EuiButton
            key={`${fix.code}-${index}`}
            size="s"
            textProps={false}
            css={wrapping}
            fill={fix === filled}
            color={isHarmless(fix) ? 'primary' : 'danger'}
            onClick={() => (isHarmless(fix) ? apply(fix) : ask(fix))}
            data-test-subj={`fix-${fix.code}`}
          >
            {fixText(fix, options)}
          </EuiButton>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {asking && (
        <ConfirmPurge
          detail={{ ...valuesOf(problem), ...asking.detail }}
          onCancel={() => ask(undefined)}
          onConfirm={() => {
            ask(undefined);
            apply(asking);
          }}
        />
      )}
    </>
  );
}

interface ConfirmPurgeProps {
  detail: ReturnType<typeof valuesOf>;
  onCancel(): void;
  onConfirm(): void;
}

/** Asks before a purge, which cannot be undone and can affect other people. */
function ConfirmPurge({ detail, onCancel, onConfirm }: ConfirmPurgeProps): ReactElement {
  const { name = '', resourceGroup } = detail;
  const title = i18n.translate('azureOpenaiSetup.purge.title', {
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
      cancelButtonText={i18n.translate('azureOpenaiSetup.purge.cancel', {
        defaultMessage: 'Keep it',
      })}
      confirmButtonText={i18n.translate('azureOpenaiSetup.purge.confirm', {
        defaultMessage: 'Purge it when setup starts',
      })}
      data-test-subj="purgeModal"
    >
      <p>
        {i18n.translate('azureOpenaiSetup.purge.body', {
          defaultMessage:
            "This can't be undone. Without purging, the deleted resource can be restored for 48 hours. Purging permanently deletes its deployments, fine-tuned models, uploaded files, and settings.",
        })}
      </p>
      {resourceGroup !== undefined && (
        <p>
          {i18n.translate('azureOpenaiSetup.purge.owner', {
            defaultMessage:
              "These belong to the users of the resource group {resourceGroup}. If that isn't you, ask them first.",
            values: { resourceGroup },
          })}
        </p>
      )}
    </EuiConfirmModal>
  );
}
