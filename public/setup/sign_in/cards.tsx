import { EuiCheckableCard, EuiFormFieldset, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { SignInKind } from '../../../common/sign_in';
import { kindText } from './sign_in_text';

interface ConnectCardsProps {
  kinds: readonly SignInKind[];
  chosen: SignInKind;
  onChoose(kind: SignInKind): void;
  /** Fields and button of the chosen kind, shown inside its card. */
  children: ReactNode;
}

/** The kinds of sign-in, the likeliest first; the chosen one is open. */
export function ConnectCards({
  kinds,
  chosen,
  onChoose,
  children,
}: ConnectCardsProps): ReactElement {
  return (
    <EuiFormFieldset
      legend={{
        children: i18n.translate('azureOpenaiSetup.wizard.connect.legend', {
          defaultMessage: 'How do you want to sign in to Azure?',
        }),
      }}
    >
      {kinds.map((kind) => (
        <div key={kind}>
          <EuiCheckableCard
            id={`azureOpenaiSetupSignIn-${kind}`}
            name="azureOpenaiSetupSignIn"
            label={<CardLabel kind={kind} />}
            value={kind}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
            data-test-subj={kindText[kind].testSubj}
          >
            {kind === chosen ? children : undefined}
          </EuiCheckableCard>
          <EuiSpacer size="s" />
        </div>
      ))}
    </EuiFormFieldset>
  );
}

function CardLabel({ kind }: { kind: SignInKind }): ReactElement {
  const { title, description } = kindText[kind];
  return (
    <>
      <strong>{title}</strong>
      <EuiText size="s" color="subdued">
        {description}
      </EuiText>
    </>
  );
}
