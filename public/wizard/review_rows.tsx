import { EuiBadge, EuiLink, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Options } from '../../common/options';
import type { PlannedAction, PlannedStep } from '../../common/plan';
import { regionName } from './format';
import type { SetupRequest } from '../../common/setup_request';
import { stepText, verbOf } from './set_up_text';
import { WizardProblem } from './wizard_problem';

const colors = {
  create: 'primary',
  reuse: 'hollow',
  conflict: 'danger',
} as const satisfies Record<PlannedAction, string>;

type OnDeletedAccount = NonNullable<SetupRequest['onDeletedAccount']>;

/** What becomes of an account of the same name in Azure's bin. */
const deletedAccountText: Record<OnDeletedAccount, string> = {
  restore: i18n.translate('azureOpenaiSetup.wizard.review.restore', { defaultMessage: 'Restore' }),
  purge: i18n.translate('azureOpenaiSetup.wizard.review.purge', {
    defaultMessage: 'Purge, then create',
  }),
};

interface ReviewRowsProps {
  steps: readonly PlannedStep[];
  options: Options;
  onDeletedAccount?: OnDeletedAccount;
}

/** What will happen, one row a thing. */
export function ReviewRows({ steps, ...rest }: ReviewRowsProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const row = {
    padding: `${euiTheme.size.s} 0`,
    '& + &': { borderTop: euiTheme.border.thin },
  };
  return (
    <ol css={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {steps.map((planned) => (
        <li key={planned.step} css={row} data-test-subj={`planRow-${planned.step}`}>
          <ReviewRow planned={planned} {...rest} />
        </li>
      ))}
    </ol>
  );
}

interface ReviewRowProps extends Omit<ReviewRowsProps, 'steps'> {
  planned: PlannedStep;
}

function ReviewRow({ planned, options, onDeletedAccount }: ReviewRowProps): ReactElement {
  const { step, action, name, location, portalUrl, problem } = planned;
  const fromBin = step === 'account' && action === 'create' ? onDeletedAccount : undefined;
  return (
    <>
      <EuiText size="s">
        <EuiBadge color={fromBin === 'purge' ? 'danger' : colors[action]}>
          {fromBin ? deletedAccountText[fromBin] : verbOf(step, action)}
        </EuiBadge>{' '}
        <span>{stepText[step].title}</span> <strong>{name}</strong>
        {location && (
          <>
            {' '}
            {i18n.translate('azureOpenaiSetup.wizard.review.where', {
              defaultMessage: 'in {region}',
              values: { region: regionName(location, options) },
            })}
          </>
        )}
        {portalUrl && (
          <>
            {' '}
            <EuiLink
              href={portalUrl}
              target="_blank"
              external
              aria-label={i18n.translate('azureOpenaiSetup.wizard.review.portalOf', {
                defaultMessage: '{name} in the Azure portal',
                values: { name },
              })}
              data-test-subj={`planLink-${step}`}
            >
              {i18n.translate('azureOpenaiSetup.wizard.review.portal', {
                defaultMessage: 'Azure portal',
              })}
            </EuiLink>
          </>
        )}
      </EuiText>
      {problem && (
        <>
          <EuiSpacer size="s" />
          <WizardProblem problem={problem} />
        </>
      )}
    </>
  );
}
