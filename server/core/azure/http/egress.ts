import { createPipelineRequest, isRestError, type HttpClient } from '@azure/core-rest-pipeline';
import { SetupError, type Problem } from '../../../../common/problem';
import type { Cloud } from '../../../../common/sign_in';
import { isRecord, parseJson } from '../../../../common/values/json';
import { clouds } from '../clouds';
import { notAzureProblem } from './foreign_answer';
import { connectionProblem } from './transport_errors';

/** Timeout for a response from a host, in milliseconds. */
const timeout = 3_000;

/** Any Azure response counts, including an error; both hosts always respond in JSON. */
async function reach(httpClient: HttpClient, url: string): Promise<Problem[]> {
  try {
    const answer = await httpClient.sendRequest(createPipelineRequest({ url, timeout }));
    const { status, bodyAsText } = answer;
    return isRecord(parseJson(bodyAsText)) ? [] : [notAzureProblem(status, url)];
  } catch (error) {
    if (error instanceof SetupError) return [error.problem];
    if (!isRestError(error)) throw error;
    return [connectionProblem(error, url)];
  }
}

/** Tests whether the Kibana server reaches the cloud's sign-in and management hosts. Sends nothing. */
export async function checkEgress(httpClient: HttpClient, cloud: Cloud): Promise<Problem[]> {
  const { authority, management } = clouds[cloud];
  const urls = [
    `${authority}/common/v2.0/.well-known/openid-configuration`,
    `${management}/metadata/endpoints?api-version=2022-09-01`,
  ];
  return (await Promise.all(urls.map((url) => reach(httpClient, url)))).flat();
}
