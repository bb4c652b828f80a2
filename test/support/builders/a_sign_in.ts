import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline';
import { createSeal } from '../../../server/core/sign_in/seal';
import {
  createSignIn,
  type SignInClient,
  type SignInOptions,
} from '../../../server/core/sign_in/sign_in';
import { ids } from '../../azure';

/** The person and the space that sessions of the tests are sealed for. */
export const bound = { user: 'realm/elena', space: 'default' };

export const aSignIn = (
  options: Pick<SignInOptions, 'transport'> & Partial<SignInOptions>,
): SignInClient =>
  createSignIn({
    seal: createSeal('k'.repeat(32)),
    deviceCodeClientId: ids.azureCli,
    serverIdentityEnabled: false,
    ...options,
  });

/** The same client with changed answers. */
export const answering = (
  client: HttpClient,
  change: (response: PipelineResponse) => Partial<PipelineResponse>,
): HttpClient => ({
  async sendRequest(request) {
    const response = await client.sendRequest(request);
    return { ...response, ...change(response) };
  },
});
