import { endpointUrl } from '../../../common/endpoint';
import type { Environment } from '../../../common/environment';
import { hostOf } from '../../../common/host_of';
import { targetChoice, type TargetAdvice } from '../../../common/target_choice';
import { useEnvironment } from '../../api/queries';
import type { FormStepProps } from '../form/form_step';

export interface KnownAdvice {
  advice: TargetAdvice;
  kibanaVersion: string;
}

/** What the plan can create for the assistants; undefined while the facts about this Kibana are unknown. */
export function useTargetAdvice(step: FormStepProps): KnownAdvice | undefined {
  const { data } = useEnvironment();
  return data && { advice: adviceOf(step, data), kibanaVersion: data.targetFacts.kibanaVersion };
}

function adviceOf(
  { session, request, options }: FormStepProps,
  { targetFacts }: Environment,
): TargetAdvice {
  const { modelName, authentication, networkAccess, customSubDomainName } = request;
  const { openAiSuffix } = options;
  const isHostKnown = customSubDomainName !== undefined && openAiSuffix !== undefined;
  return targetChoice({
    ...{ modelName, authentication, networkAccess, ...targetFacts },
    cloud: session?.cloud ?? 'public',
    endpointHost: isHostKnown ? hostOf(endpointUrl(customSubDomainName, openAiSuffix)) : undefined,
    openAiSuffix,
  });
}
