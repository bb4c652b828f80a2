import { SetupError, type ProblemCode } from '../../../../common/problem';
import type { SignIn } from '../../../../common/sign_in';
import type { AttemptLimit } from '../../../core/sign_in/attempts';

/** Maximum number of failed sign-ins in ten minutes: of one person, and with one application. */
const maximumFailures = { person: 10, application: 30 };

const ofPerson = (user: string): AttemptLimit => ({
  key: JSON.stringify(['failures', user]),
  most: maximumFailures.person,
});

/** The limits for guessing an application's secret. */
export function failuresOfApplication(user: string, clientId: string): AttemptLimit[] {
  const key = JSON.stringify(['application', clientId.toLowerCase()]);
  return [ofPerson(user), { key, most: maximumFailures.application }];
}

/** The same for a sign-in, which could also guess tenants and applications. */
export function failuresOf(user: string, signIn: SignIn): AttemptLimit[] {
  if (signIn.kind === 'device_code') return [ofPerson(user)];
  return signIn.kind === 'service_principal' ? failuresOfApplication(user, signIn.clientId) : [];
}

/** Entra ID's errors for a wrong guess. A sign-in without a response does not count. */
const wrongGuesses: ReadonlySet<ProblemCode> = new Set([
  'sign_in_wrong_secret',
  'sign_in_expired_secret',
  'sign_in_unknown_app',
  'sign_in_unknown_tenant',
  'sign_in_wrong_cloud',
  'sign_in_failed',
]);

/** An attempt counts if Entra ID answers that it was a wrong guess. */
export async function countingGuesses<T>(takeBack: () => void, act: () => Promise<T>): Promise<T> {
  try {
    const answer = await act();
    takeBack();
    return answer;
  } catch (error) {
    const isWrong = error instanceof SetupError && wrongGuesses.has(error.problem.code);
    if (!isWrong) takeBack();
    throw error;
  }
}
