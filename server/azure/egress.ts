import { createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { SetupError, type Problem } from '../../common/problem';
import type { Cloud } from '../../common/sign_in';
import { clouds } from './clouds';
import { connectionProblem } from './transport_errors';

/** How long a host may take to answer at all, in milliseconds. */
const timeout = 3_000;

/** Any answer will do, a refusal as well: it came from there. */
async function reach(httpClient: HttpClient, url: string): Promise<Problem[]> {
  try {
    await httpClient.sendRequest(createPipelineRequest({ url, timeout }));
    return [];
  } catch (error) {
    if (error instanceof SetupError) return [error.problem];
    return [connectionProblem(error, url)];
  }
}

/** Whether Kibana's server gets through to the cloud's sign-in and management hosts. Sends nothing. */
export async function checkEgress(httpClient: HttpClient, cloud: Cloud): Promise<Problem[]> {
  const { authority, management } = clouds[cloud];
  const urls = [
    `${authority}/common/v2.0/.well-known/openid-configuration`,
    `${management}/metadata/endpoints?api-version=2022-09-01`,
  ];
  return (await Promise.all(urls.map((url) => reach(httpClient, url)))).flat();
}
