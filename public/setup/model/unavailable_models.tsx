import { EuiAccordion, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { drawbackText } from '../../../common/words/model_text';
import { EmptyPrompt } from '../../shared/empty_prompt';
import type { ModelChoice } from '../offers/model_choices';

/** Shown if no model is available. */
export const NoneAvailable = (): ReactElement => (
  <EmptyPrompt
    title={i18n.translate('azureOpenaiSetup.plan.model.noneAvailable', {
      defaultMessage: 'You have no quota for a model',
    })}
    body={i18n.translate('azureOpenaiSetup.plan.model.noneAvailableBody', {
      defaultMessage:
        'Request quota in the Azure portal, delete deployments that you no longer need, or choose another subscription.',
    })}
    testSubj="modelsNoneAvailable"
  />
);

interface UnavailableProps {
  choices: readonly ModelChoice[];
  isOpen: boolean;
}

/** The models that Azure would refuse, with the reasons. */
export function UnavailableModels({ choices, isOpen }: UnavailableProps): ReactElement | null {
  const id = useGeneratedHtmlId({ prefix: 'unavailableModels' });
  if (choices.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id={id}
        buttonContent={i18n.translate('azureOpenaiSetup.plan.model.unavailable', {
          defaultMessage:
            '{count, plural, one {# model is} other {# models are}} not available to you',
          values: { count: choices.length },
        })}
        initialIsOpen={isOpen}
        data-test-subj="modelsUnavailable"
      >
        <EuiSpacer size="s" />
        <EuiText size="s">
          <ul>
            {choices.map(({ modelName, title, best }) => (
              <li key={modelName}>
                <strong>{title}</strong>: {reasonText(best)}
              </li>
            ))}
          </ul>
        </EuiText>
      </EuiAccordion>
    </>
  );
}

const reasonText = ({ drawbacks }: ModelChoice['best']): string => {
  const reasons = drawbacks.filter((one) => one === 'no_quota' || one === 'no_capacity');
  if (reasons.length > 0) return reasons.map((one) => drawbackText[one]).join(' · ');
  return i18n.translate('azureOpenaiSetup.plan.model.noneFree', {
    defaultMessage: 'Less quota is available than the smallest deployment needs',
  });
};
