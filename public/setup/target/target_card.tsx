import {
  EuiCheckableCard,
  EuiIcon,
  EuiSpacer,
  EuiText,
  useEuiTheme,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SetupRequest } from '../../../common/setup_request';
import { targetKindsOf, type TargetChoice } from '../../../common/targets/targets';
import { targetName } from '../../../common/words/target_names';
import { targetReasonText } from '../../../common/words/target_text';
import { CardLabel } from '../../shared/card_label';
import type { KnownAdvice } from './target_facts';
import { consequencesOf } from './target_text';
import { ModelBadge } from '../model/model_badge';

interface TargetCardProps {
  choice: TargetChoice;
  request: SetupRequest;
  /** Absent while the facts about this Kibana are unknown. */
  found?: KnownAdvice;
  isPicked: boolean;
  pick(): void;
}

/** A target option with its consequences, or the reasons why it is not possible. */
export function TargetCard(props: TargetCardProps): ReactElement {
  const { choice, request, found, isPicked, pick } = props;
  const id = useGeneratedHtmlId({ prefix: 'target', suffix: choice });
  const refusals = found?.advice.refusals[choice] ?? [];
  const isPossible = refusals.length === 0;
  return (
    <div data-test-subj={`targetCard-${choice}`}>
      <EuiCheckableCard
        id={id}
        name="azureOpenaiSetupTarget"
        checkableType="radio"
        label={
          <CardLabel title={targetName(choice)}>
            {found?.advice.preselected === choice && isPossible && (
              <ModelBadge standing="recommended" />
            )}
          </CardLabel>
        }
        checked={isPicked}
        // The current choice stays enabled, so screen readers announce it with the reason.
        disabled={!isPossible && !isPicked}
        onChange={pick}
      >
        {refusals.map((reason) => (
          <Point key={reason} icon="error" color="danger" text={targetReasonText(reason)} />
        ))}
        {isPossible &&
          found &&
          cautionsOf(choice, found).map((reason) => (
            <Point key={reason} icon="warning" color="warning" text={targetReasonText(reason)} />
          ))}
        {consequencesOf(choice, request, found?.kibanaVersion).map(({ icon, text }) => (
          <Point key={icon} icon={icon} color="subdued" text={text} />
        ))}
      </EuiCheckableCard>
      <EuiSpacer size="s" />
    </div>
  );
}

const cautionsOf = (choice: TargetChoice, { advice }: KnownAdvice) =>
  targetKindsOf({ target: choice }).flatMap((kind) => advice.cautions[kind]);

interface PointProps {
  icon: string;
  color: 'danger' | 'warning' | 'subdued';
  text: string;
}

function Point({ icon, color, text }: PointProps): ReactElement {
  const { size } = useEuiTheme().euiTheme;
  return (
    <EuiText size="xs">
      <div css={{ display: 'flex', gap: size.s, marginBlockStart: size.xs }}>
        <EuiIcon
          type={icon}
          color={color}
          size="s"
          aria-hidden={true}
          css={{ flexShrink: 0, marginBlockStart: size.xxs }}
        />
        <span css={{ minWidth: 0, overflowWrap: 'break-word' }}>{text}</span>
      </div>
    </EuiText>
  );
}
