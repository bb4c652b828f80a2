import {
  EuiCheckableCard,
  EuiFormRow,
  EuiIcon,
  EuiSelect,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { ModelStanding } from '../../../common/models/model_standing';
import type { UseCase } from '../../../common/recommendation';
import type { SetupRequest } from '../../../common/setup_request';
import { fieldText } from '../../../common/words/field_text';
import { formatList, formatTokens } from '../../../common/words/format';
import { ModelBadge } from './model_badge';
import { isAvailable, type ModelChoice, type Picked } from '../offers/model_choices';
import type { Comparison } from './model_comparison';
import { CardLabel } from '../../shared/card_label';
import { Drawbacks } from './model_drawbacks';
import { ScoreBar, supportedText } from './score_bar';

interface ModelCardProps {
  choice: ModelChoice;
  useCase: UseCase;
  /** Set for the first card only. */
  standing?: ModelStanding;
  /** Compared with the model of the plan; absent for that model. */
  comparison?: Comparison;
  /** The present request of the plan. */
  current: Pick<SetupRequest, 'modelName' | 'modelVersion'>;
  picked: Picked;
  setPicked(picked: Picked): void;
}

/** A selectable model with its advantages and drawbacks. */
export function ModelCard(props: ModelCardProps): ReactElement {
  const { choice, useCase, standing, comparison, picked, setPicked } = props;
  const { modelName, title, freeTokens } = choice;
  const id = useGeneratedHtmlId({ prefix: 'model', suffix: modelName });
  const checked = picked.modelName === modelName;
  const version = checked ? shownVersion(props) : choice.best.modelVersion;
  const best =
    choice.offers.find((offer) => isAvailable(offer) && offer.modelVersion === version) ??
    choice.best;
  return (
    <div data-test-subj={`modelCard-${modelName}`}>
      <EuiCheckableCard
        id={id}
        name="azureOpenaiSetupModel"
        checkableType="radio"
        label={
          <CardLabel title={title}>
            <ModelBadge standing={standing} />
          </CardLabel>
        }
        checked={checked}
        onChange={() => setPicked({ modelName })}
      >
        <ScoreBar score={best.score} useCase={useCase} />
        <EuiText size="xs" color="subdued">
          {freeText(freeTokens)} · {supportedText(best.retiresAt)}
        </EuiText>
        {comparison && <Compared {...comparison} />}
        <Drawbacks drawbacks={best.drawbacks} />
        {checked && choice.versions.length > 1 && <VersionChoice {...props} version={version} />}
      </EuiCheckableCard>
      <EuiSpacer size="s" />
    </div>
  );
}

const freeText = (tokens: number | undefined): string =>
  tokens === undefined
    ? i18n.translate('azureOpenaiSetup.plan.model.freeUnknown', {
        defaultMessage: "available quota couldn't be read",
      })
    : i18n.translate('azureOpenaiSetup.plan.model.free', {
        defaultMessage: 'up to {tokens} available',
        values: { tokens: formatTokens(tokens) },
      });

function Compared({ better, worse }: Comparison): ReactElement {
  return (
    <>
      {better.length > 0 && (
        <Point icon="sortUp">
          {i18n.translate('azureOpenaiSetup.plan.model.compare.better', {
            defaultMessage: 'Better: {points}',
            values: { points: formatList(better) },
          })}
        </Point>
      )}
      {worse.length > 0 && (
        <Point icon="sortDown">
          {i18n.translate('azureOpenaiSetup.plan.model.compare.worse', {
            defaultMessage: 'Worse: {points}',
            values: { points: formatList(worse) },
          })}
        </Point>
      )}
    </>
  );
}

function Point({ icon, children }: { icon: string; children: ReactNode }): ReactElement {
  return (
    <EuiText size="xs">
      <EuiIcon type={icon} size="s" aria-hidden={true} /> {children}
    </EuiText>
  );
}

/** The selected version, else the plan's, else the best. */
function shownVersion({ choice, current, picked }: ModelCardProps): string {
  const { modelName, versions, best } = choice;
  if (picked.modelVersion) return picked.modelVersion;
  const isCurrent = modelName === current.modelName && versions.includes(current.modelVersion);
  return isCurrent ? current.modelVersion : best.modelVersion;
}

function VersionChoice(props: ModelCardProps & { version: string }): ReactElement {
  const { choice, version, setPicked } = props;
  const { modelName, versions } = choice;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiFormRow label={fieldText.modelVersion.label} display="rowCompressed">
        <EuiSelect
          compressed
          options={versions.map((value) => ({ value, text: value }))}
          value={version}
          onChange={(event) => setPicked({ modelName, modelVersion: event.target.value })}
          data-test-subj={`modelVersion-${modelName}`}
        />
      </EuiFormRow>
    </>
  );
}
