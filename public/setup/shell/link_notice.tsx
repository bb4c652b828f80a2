import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { modelTitle } from '../../../common/words/format';
import type { LinkNotice } from '../state/page_reducer';

const ignoredText = {
  returnTo: i18n.translate('azureOpenaiSetup.link.returnTo', {
    defaultMessage: "The return address isn't a page of this Kibana.",
  }),
  useCase: i18n.translate('azureOpenaiSetup.link.useCase', {
    defaultMessage: 'The link contains an unknown use case.',
  }),
  modelName: i18n.translate('azureOpenaiSetup.link.modelName', {
    defaultMessage: 'The link contains an invalid model name.',
  }),
  moveFrom: i18n.translate('azureOpenaiSetup.link.moveFrom', {
    defaultMessage: 'The link contains an invalid connector ID.',
  }),
} satisfies Record<LinkNotice['ignored'][number], string>;

const notOfferedText = (model: string) =>
  i18n.translate('azureOpenaiSetup.link.notOffered', {
    defaultMessage:
      "Your subscription doesn't offer {model}. The recommended model was selected instead.",
    values: { model: modelTitle(model) },
  });

interface LinkCalloutProps {
  notice: LinkNotice;
  onDismiss(): void;
}

export function LinkCallout({ notice, onDismiss }: LinkCalloutProps): ReactElement {
  const { ignored, notOffered } = notice;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="info"
        announceOnMount
        title={i18n.translate('azureOpenaiSetup.link.title', {
          defaultMessage: 'Part of the link was ignored',
        })}
        onDismiss={onDismiss}
        data-test-subj="askedNotice"
      >
        {ignored.map((param) => (
          <p key={param}>{ignoredText[param]}</p>
        ))}
        {notOffered && <p>{notOfferedText(notOffered)}</p>}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
