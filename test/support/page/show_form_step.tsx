import { useState, type ReactElement } from 'react';
import type { ModelOption, Options } from '../../../common/options';
import type {
  Reason,
  Recommendation,
  RecommendedField,
  UseCase,
} from '../../../common/recommendation';
import {
  brokenRules,
  type DeploymentType,
  type SetupField,
  type SetupRequest,
} from '../../../common/setup_request';
import { existingThings } from '../../../public/setup/form/existing_things';
import type { FormStepProps } from '../../../public/setup/form/form_step';
import { aSetupRequest } from '../builders/a_setup_request';
import { aModelOption, aReasonForEach, aSession } from '../builders/answers';
import type { Answers } from './fake_http';
import { renderInPage } from './render_in_page';

export const subscriptionId = '11111111-2222-3333-4444-555555555555';

export const aRequest = (): SetupRequest =>
  aSetupRequest({ subscriptionId, location: 'swedencentral', tags: {} });

const offered = (deploymentType: DeploymentType, free: number, limit: number) => ({
  ...{ deploymentType, free, limit, used: limit - free },
  ...{ minimum: 1, maximum: 1000, step: 1, tokensPerUnit: 1000, drawbacks: [] },
  usageName: `OpenAI.${deploymentType}.gpt-5.2`,
});

export const aModel = (change: Partial<ModelOption> = {}): ModelOption =>
  aModelOption({
    location: 'swedencentral',
    deploymentTypes: [offered('GlobalStandard', 450, 500), offered('Standard', 20, 20)],
    ...change,
  });

export const someOptions = (change: Partial<Options> = {}): Options => ({
  tenants: [],
  subscriptions: [
    { subscriptionId, displayName: 'Pay-As-You-Go', state: 'Enabled', usable: true },
    {
      subscriptionId: '99999999-2222-3333-4444-555555555555',
      displayName: 'Old trial',
      state: 'Disabled',
      usable: false,
    },
    {
      subscriptionId: '22222222-2222-3333-4444-555555555555',
      displayName: 'Research',
      state: 'Enabled',
      usable: true,
    },
  ],
  resourceGroups: [{ resourceGroup: 'Observability', location: 'westus3' }],
  locations: [
    { name: 'westus3', displayName: 'West US 3', recommended: true },
    { name: 'swedencentral', displayName: 'Sweden Central', recommended: true },
    { name: 'brazilsouth', displayName: 'Brazil South', recommended: false },
  ],
  accounts: [],
  models: [aModel()],
  openAiSuffix: 'openai.example',
  ...change,
});

const reasons: Record<RecommendedField, Reason> = {
  ...aReasonForEach,
  subscriptionId: { code: 'first_usable_subscription' },
  location: { code: 'room_for_model', detail: { model: 'gpt-5.2', regions: 4 } },
  modelName: { code: 'best_score', detail: { score: 8.58 } },
};

function giveBack<Field extends SetupField>(
  request: SetupRequest,
  recommended: SetupRequest,
  field: Field,
): void {
  request[field] = recommended[field];
}

interface Setting {
  session?: FormStepProps['session'];
  request?: Partial<SetupRequest>;
  options?: Options;
  optionsLoading?: boolean;
  reasons?: Partial<Record<RecommendedField, Reason>>;
  /** The field that the person wants to change. */
  field?: SetupField;
  /** For a part that reads from Azure itself. */
  answers?: Answers;
}

/** Shows a part of the form; returns what it has called since. */
export function showStep(
  Step: (props: FormStepProps) => ReactElement | null,
  setting: Setting = {},
) {
  const updates: Array<Partial<SetupRequest>> = [];
  const resets: SetupField[][] = [];
  const useCases: UseCase[] = [];
  const start = { ...aRequest(), ...setting.request };
  const recommendation: Recommendation = {
    request: aRequest(),
    reasons: { ...reasons, ...setting.reasons },
    model: setting.options?.models?.find(({ modelName }) => modelName === 'gpt-5.2') ?? aModel(),
  };

  function Wizard(): ReactElement {
    const [request, setRequest] = useState(start);
    const [useCase, setUseCase] = useState<UseCase>('security');
    return (
      <Step
        session={setting.session ?? aSession()}
        request={request}
        update={(change) => {
          updates.push(change);
          setRequest((now) => ({ ...now, ...change }));
        }}
        reset={(fields) => {
          resets.push([...fields]);
          setRequest((now) => {
            const back = { ...now };
            for (const field of fields) giveBack(back, recommendation.request, field);
            return back;
          });
        }}
        recommendation={recommendation}
        options={setting.options ?? someOptions()}
        optionsLoading={setting.optionsLoading ?? false}
        useCase={useCase}
        setUseCase={(chosen) => {
          useCases.push(chosen);
          setUseCase(chosen);
        }}
        invalid={
          new Set(
            brokenRules(
              request,
              existingThings({ request, options: setting.options ?? someOptions() }),
            ),
          )
        }
      />
    );
  }
  const { answers, field } = setting;
  const { called: opened, ...page } = renderInPage(<Wizard />, { answers, field });
  return { updates, resets, useCases, opened, ...page };
}
