import {
  EuiAccordion,
  EuiRadio,
  EuiSpacer,
  EuiText,
  useEuiTheme,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { SignInKind } from '../../../common/sign_in';
import { atOnce } from '../../shared/accordion_style';
import { wayText } from './sign_in_text';

interface OtherWaysProps {
  kinds: readonly SignInKind[];
  /** The preselected kind. If it is a one-click kind, the accordion has its optional fields. */
  first: SignInKind;
  chosen: SignInKind | undefined;
  /** True if a problem is shown instead of the description. */
  isRefused: boolean;
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
  onChoose(kind: SignInKind): void;
  /** The fields of the chosen kind. */
  children: ReactNode;
}

/** The other kinds of sign-in, with fields. */
export function OtherWays(props: OtherWaysProps): ReactElement {
  const { isOpen, onToggle } = props;
  const id = useGeneratedHtmlId({ prefix: 'otherWays' });
  return (
    <EuiAccordion
      id={id}
      buttonContent={i18n.translate('azureOpenaiSetup.signIn.otherWays', {
        defaultMessage: 'Other ways to sign in',
      })}
      buttonProps={{ 'data-test-subj': 'otherWays' }}
      paddingSize="s"
      forceState={isOpen ? 'open' : 'closed'}
      onToggle={onToggle}
      css={isOpen ? atOnce : undefined}
    >
      {isOpen && <Ways {...props} />}
    </EuiAccordion>
  );
}

const elsewhere = i18n.translate('azureOpenaiSetup.signIn.elsewhere', {
  defaultMessage: 'Microsoft account in another tenant',
});

function Ways(props: OtherWaysProps): ReactElement {
  const { kinds, first, chosen, isRefused, onChoose, children } = props;
  const { euiTheme } = useEuiTheme();
  const { size } = euiTheme;
  return (
    <>
      <div
        role="radiogroup"
        aria-label={i18n.translate('azureOpenaiSetup.signIn.legend', {
          defaultMessage: 'How do you want to sign in to Azure?',
        })}
        css={{ display: 'flex', flexWrap: 'wrap', gap: `${size.s} ${size.l}` }}
      >
        {kinds.map((kind) => (
          <EuiRadio
            key={kind}
            id={`azureOpenaiSetupSignIn-${kind}`}
            name="azureOpenaiSetupSignIn"
            label={kind === first ? elsewhere : wayText[kind].title}
            labelProps={{ 'data-test-subj': wayText[kind].testSubj }}
            value={kind}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
          />
        ))}
      </div>
      {chosen && (
        <>
          {chosen !== 'device_code' && !isRefused && (
            <>
              <EuiSpacer size="s" />
              <EuiText size="s" color="subdued">
                <p>{wayText[chosen].description}</p>
              </EuiText>
            </>
          )}
          <EuiSpacer size="s" />
          {children}
        </>
      )}
    </>
  );
}
