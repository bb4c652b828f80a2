import type { Offer } from '../../../common/models/offers';
import type { SetupField } from '../../../common/setup_request';
import { chosenAccount, chosenDeployment } from '../form/existing_things';
import { ofAccount, type ChoiceStep } from '../form/offer_choice';
import { isAvailable } from './model_choices';

interface PickedModel {
  modelName: string;
  /** Absent: the version is recommended. */
  modelVersion?: string;
  /** Its offers in all regions. */
  offers: readonly Offer[];
}

/**
 * Takes a model as the person's choice. Everything that depends on the model is recommended again; the region, the
 * deployment type and the size that the person chose stay as far as the model is offered there.
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

/** The fields that a recommended model settles. */
const settled: readonly SetupField[] = [
  'modelName',
  'modelVersion',
  'deploymentType',
  'location',
  'capacity',
];

/** Returns to the recommended model, with all that depends on it. */
export function chooseRecommendedModel(step: ChoiceStep): void {
  const account = chosenAccount(step);
  step.reset([
    ...settled,
    ...(account ? ofAccount : []),
    ...(chosenDeployment(step) ? (['deploymentName'] as const) : []),
  ]);
}
