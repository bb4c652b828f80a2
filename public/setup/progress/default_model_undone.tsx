import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DefaultModelRecord } from '../../../common/default_model';
import type { Run } from '../../../common/run';
import { Warning } from './warning';

const notRestored = i18n.translate('azureOpenaiSetup.defaultModel.notRestored', {
  defaultMessage: 'The model of this setup is still the default model of this space.',
});

function undoneText({ undone, former, formerName }: DefaultModelRecord): string | undefined {
  const name = formerName ?? former;
  if (undone === 'changed') {
    return i18n.translate('azureOpenaiSetup.defaultModel.undone.changed', {
      defaultMessage: 'The default model of this space was changed since, so it stays as it is.',
    });
  }
  if (undone === 'former_gone') {
    return i18n.translate('azureOpenaiSetup.defaultModel.undone.formerGone', {
      defaultMessage:
        'The previous default model, "{name}", no longer exists. This space has no default model now.',
      values: { name },
    });
  }
  if (undone !== 'restored') return undefined;
  return name === undefined
    ? i18n.translate('azureOpenaiSetup.defaultModel.undone.none', {
        defaultMessage: 'This space has no default model again.',
      })
    : i18n.translate('azureOpenaiSetup.defaultModel.undone.restored', {
        defaultMessage: '"{name}" is the default model of this space again.',
        values: { name },
      });
}

/** Shows how undo has changed the default model of the space. */
export function DefaultModelUndone({ run }: { run: Run }): ReactElement | null {
  const { defaultModel } = run;
  if (!defaultModel) return null;
  const text = undoneText(defaultModel);
  return (
    <>
      {defaultModel.problem && <Warning problem={defaultModel.problem} note={notRestored} />}
      {text && (
        <EuiText size="s" css={{ overflowWrap: 'anywhere' }} data-test-subj="defaultModelUndone">
          <p>{text}</p>
          <EuiSpacer size="m" />
        </EuiText>
      )}
    </>
  );
}
