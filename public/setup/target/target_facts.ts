import { endpointUrl } from '../../../common/endpoint';
import type { Environment } from '../../../common/environment';
import { hostOf } from '../../../common/host_of';
import { keylessRefusal, targetChoice, type TargetAdvice } from '../../../common/target_choice';
import type { KeylessRefusal } from '../../../common/target_reasons';
import type { Cloud } from '../../../common/sign_in';
import { chosenAccount } from '../form/existing_things';
import { useEnvironment } from '../../api/queries';
import type { FormStepProps } from '../form/form_step';

export interface KnownAdvice {
  advice: TargetAdvice;
  kibanaVersion: string;
  /** Why nothing can do without keys here. */
  keylessRefusal?: KeylessRefusal | undefined;
}

/** What the plan can create for the assistants; undefined while the facts about this Kibana are unknown. */
export function useTargetAdvice(step: FormStepProps): KnownAdvice | undefined {
  const { data } = useEnvironment();
  if (!data) return undefined;
  const { targetFacts } = data;
  return {
    advice: adviceOf(step, data),
    kibanaVersion: targetFacts.kibanaVersion,
    keylessRefusal: keylessRefusal({ ...targetFacts, cloud: cloudOf(step) }),
  };
}

const cloudOf = ({ session }: FormStepProps): Cloud => session?.cloud ?? 'public';

function adviceOf(step: FormStepProps, { targetFacts }: Environment): TargetAdvice {
  const { request, options } = step;
  const { modelName, authentication, networkAccess, customSubDomainName } = request;
  const { openAiSuffix } = options;
  const isHostKnown = customSubDomainName !== undefined && openAiSuffix !== undefined;
  return targetChoice({
    ...{ modelName, authentication, networkAccess, ...targetFacts },
    cloud: cloudOf(step),
    keysDisabled: chosenAccount(step)?.keysDisabled,
    endpointHost: isHostKnown ? hostOf(endpointUrl(customSubDomainName, openAiSuffix)) : undefined,
    openAiSuffix,
  });
}
