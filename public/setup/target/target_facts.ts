import { keylessRefusal } from '../../../common/targets/keyless_refusal';
import {
  keyedConnector,
  targetAdvice,
  type TargetAdvice,
} from '../../../common/targets/target_choice';
import type { KeylessRefusal } from '../../../common/targets/target_reasons';
import { chosenAccount } from '../form/existing_things';
import { useEnvironment } from '../../api/queries';
import type { FormStepProps } from '../form/form_step';

export interface KnownAdvice {
  advice: TargetAdvice;
  /** The connector for a setup without keys whose resource accepts keys. */
  withKey: ReturnType<typeof keyedConnector>;
  kibanaVersion: string;
  /** Why this Kibana requires keys. */
  keylessRefusal?: KeylessRefusal | undefined;
}

/** The possible targets; undefined while the facts about this Kibana are unknown. */
export function useTargetAdvice(step: FormStepProps): KnownAdvice | undefined {
  const { data } = useEnvironment();
  if (!data) return undefined;
  const { targetFacts } = data;
  const cloud = step.session?.cloud ?? 'public';
  const facts: Parameters<typeof targetAdvice> = [
    targetFacts,
    { cloud, openAiSuffix: step.options.openAiSuffix },
    step.request,
    chosenAccount(step),
  ];
  return {
    advice: targetAdvice(...facts),
    withKey: keyedConnector(...facts),
    kibanaVersion: targetFacts.kibanaVersion,
    keylessRefusal: keylessRefusal({ ...targetFacts, cloud }),
  };
}
