import { EuiBadge, EuiLink, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { Options } from '../../../common/options';
import type { PlannedAction, PlannedStep } from '../../../common/plan';
import { ProblemCallout } from '../../shared/problem_callout';
import { regionName } from '../../../common/words/format';
import type { SetupRequest } from '../../../common/setup_request';
import { stepText, verbOf } from '../../../common/words/step_text';

const colors = {
  create: 'primary',
  reuse: 'hollow',
  conflict: 'danger',
} as const satisfies Record<PlannedAction, string>;

type OnDeletedAccount = NonNullable<SetupRequest['onDeletedAccount']>;

/** The verb for a deleted account of the same name. */
const deletedAccountText: Record<OnDeletedAccount, string> = {
  restore: i18n.translate('azureOpenaiSetup.wizard.review.restore', { defaultMessage: 'Restore' }),
  purge: i18n.translate('azureOpenaiSetup.wizard.review.purge', {
    defaultMessage: 'Purge, then create',
  }),
};

interface ReviewRowsProps {
  steps: readonly PlannedStep[];
  options: Options;
  /** Buttons with which the page can solve a conflict. */
  renderAction(found: Pick<PlannedStep, 'problem' | 'fixes'>): ReactNode;
}

export function ReviewRows({ steps, ...rest }: ReviewRowsProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const list = {
    display: 'grid',
    // As wide as the longest verb of the language, so that what follows is in line.
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: euiTheme.size.s,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  };
  const row = {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'baseline',
    paddingBlock: euiTheme.size.s,
    '& + &': { borderTop: euiTheme.border.thin },
  };
  return (
    <ol css={list}>
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

function ReviewRow(props: ReviewRowProps): ReactElement {
  const { planned, options, renderAction } = props;
  const { step, action, name, location, portalUrl, problem } = planned;
  const onDeleted = planned.action === 'create' ? planned.onDeleted : undefined;
  return (
    <>
      <EuiBadge
        css={{ justifySelf: 'start' }}
        color={onDeleted === 'purge' ? 'danger' : colors[action]}
      >
        {onDeleted ? deletedAccountText[onDeleted] : verbOf(step, action)}
      </EuiBadge>{' '}
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }}>
        {stepText[step].title} <strong>{name}</strong>
        {location && ` · ${regionName(location, options)}`}
        {portalUrl && (
          <>
            {' · '}
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
        <div css={{ gridColumn: '1 / -1' }}>
          <EuiSpacer size="s" />
          <ProblemCallout problem={problem} announce={false} actions={renderAction(planned)} />
        </div>
      )}
    </>
  );
}
