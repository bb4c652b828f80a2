import { valuesOf, withDetail, type Problem, type ProblemCode } from '../../problem';
import { formatList, modelTitle } from '../format';
import { typeName } from '../model_text';
import { regionTitle } from '../region_name';
import { accountWords } from './azure/account_words';
import { answerWords } from './kibana/answer_words';
import { applicationWords } from './sign_in/application_words';
import { azureWords } from './azure/azure_words';
import { connectorWords } from './kibana/connector_words';
import { defaultModelWords } from './kibana/default_model_words';
import { deploymentWords } from './azure/deployment_words';
import { elasticsearchWords } from './kibana/elasticsearch_words';
import { endpointWords } from './azure/endpoint_words';
import { gatewayWords } from './azure/gateway_words';
import { groupWords } from './azure/group_words';
import { inferenceWords } from './kibana/inference_words';
import { linkOf } from './links';
import { modelWords } from './azure/model_words';
import { policyWords } from './azure/policy_words';
import { probeWords } from './kibana/probe_words';
import { migrationWords } from './kibana/migration_words';
import { quotaWords } from './azure/quota_words';
import { networkWords } from './azure/network_words';
import { reachWords } from './kibana/reach_words';
import { requestWords } from './request_words';
import { permissionsWords } from './azure/permissions_words';
import { roleRequest } from './role_request';
import { runWords } from './run_words';
import { signInWords } from './sign_in/sign_in_words';
import { subscriptionWords } from './azure/subscription_words';
import { tokenWords } from './sign_in/token_words';
import type { ProblemText, Words } from './words';

/** The texts of every code; a code without texts does not compile. */
const words: Words = {
  ...requestWords,
  ...runWords,
  ...signInWords,
  ...tokenWords,
  ...azureWords,
  ...subscriptionWords,
  ...permissionsWords,
  ...policyWords,
  ...gatewayWords,
  ...groupWords,
  ...accountWords,
  ...endpointWords,
  ...modelWords,
  ...deploymentWords,
  ...quotaWords,
  ...connectorWords,
  ...inferenceWords,
  ...applicationWords,
  ...elasticsearchWords,
  ...defaultModelWords,
  ...migrationWords,
  ...networkWords,
  ...reachWords,
  ...answerWords,
  ...probeWords,
};

const textOf = <Code extends ProblemCode>(problem: Problem<Code>): ProblemText =>
  words[problem.code](problem);

const regionList = (names: string): string => formatList(names.split(', ').map(regionTitle));

/** Replaces Azure's names with the display names of the page. */
const shownNames = {
  location: regionTitle,
  model: modelTitle,
  modelName: modelTitle,
  expected: modelTitle,
  actual: modelTitle,
  deploymentType: typeName,
};

/** Sentences use display names, commands use Azure's names. */
function inSentences(problem: Problem): Problem {
  const values = valuesOf(problem);
  const shown = Object.entries(shownNames).flatMap(([name, title]) => {
    const value = values[name];
    return typeof value === 'string' ? [[name, title(value)] as const] : [];
  });
  const { region, allowed } = values;
  return withDetail(problem, {
    ...Object.fromEntries(shown),
    ...(region === undefined ? {} : { location: region }),
    ...(problem.code === 'policy_denies_location' && typeof allowed === 'string'
      ? { allowed: regionList(allowed) }
      : {}),
  });
}

export function problemText(problem: Problem): ProblemText {
  const { link, ...text } = textOf(inSentences(problem));
  const { command, message } = textOf(problem);
  const request = command === undefined ? roleRequest(problem) : undefined;
  return {
    ...text,
    link: link ?? linkOf(problem.code),
    command: command ?? request?.command,
    message: message ?? request?.message,
  };
}
