import type { SignIn } from '../../common/sign_in';
import { useCall } from './client';
import { useDeed } from './use_deed';

/** Exchanges what the person has for a sealed session, or for a device code to show. */
export function useSignIn() {
  const call = useCall();
  return useDeed((body: SignIn) => call('signIn', { body }));
}
