import type { Offer } from '../../../common/models/offers';
import type { SetupField } from '../../../common/setup_request';
import { chosenAccount, chosenDeployment } from '../form/existing_things';
import { ofAccount, type ChoiceStep } from '../offers/offer_choice';
import { isAvailable } from '../offers/model_choices';

interface PickedModel {
  modelName: string;
  /** Absent: the version is recommended. */
  modelVersion?: string;
  /** Its offers in all regions. */
  offers: readonly Offer[];
}

/**
 * Applies a model as the person's choice. All dependent values are recommended again; the person's region, deployment
 * type and throughput stay if the model is offered there.
 */
export function chooseModel(step: ChoiceStep, picked: PickedModel): void {
  const { request, update, reset } = step;
  const { modelName, modelVersion } = picked;
  const offers = picked.offers.filter(
    (offer) => isAvailable(offer) && (!modelVersion || offer.modelVersion === modelVersion),
  );
  const here = offers.filter(({ location }) => location === request.location);
  const same = here.filter(({ deploymentType }) => deploymentType === request.deploymentType);
  const fits = same.some(({ free = Infinity }) => request.capacity <= free);
  const dropped: SetupField[] = [
    'modelVersion',
    ...(here.length > 0 ? [] : (['location'] as const)),
    ...(here.length === 0 && chosenAccount(step) ? ofAccount : []),
    ...(same.length > 0 ? [] : (['deploymentType'] as const)),
    ...(fits ? [] : (['capacity'] as const)),
    // Another model cannot have the name of an existing deployment.
    ...(chosenDeployment(step) ? (['deploymentName'] as const) : []),
  ];
  reset(dropped);
  update({ modelName, ...(modelVersion && { modelVersion }) });
}

/** The fields that a recommended model sets. */
const settled: readonly SetupField[] = [
  'modelName',
  'modelVersion',
  'deploymentType',
  'location',
  'capacity',
];

/** Resets the model and all dependent fields to the recommendation. */
export function chooseRecommendedModel(step: ChoiceStep): void {
  const account = chosenAccount(step);
  step.reset([
    ...settled,
    ...(account ? ofAccount : []),
    ...(chosenDeployment(step) ? (['deploymentName'] as const) : []),
  ]);
}
