import { useMutation } from '@tanstack/react-query';
import type { SignIn } from '../../common/sign_in';
import { useCall } from './client';

/** Exchanges what the person has for a sealed session, or for a device code to show. */
export function useSignIn() {
  const call = useCall();
  return useMutation({
    mutationFn: (body: SignIn) => call('signIn', { body }),
    // The variables hold the secret: they go as soon as nobody looks at them.
    gcTime: 0,
  });
}
