import { i18n } from '@kbn/i18n';
import { useEffect, useRef } from 'react';
import type { SignedIn } from '../../../common/sign_in';

/** Announces the sign-in, which completes in another tab; the sign-out takes the announcement back. */
export function useSignedInNews(
  session: SignedIn | undefined,
  announce: (text: string) => void,
): void {
  const previous = useRef(session);
  useEffect(() => {
    if (session && !previous.current) announce(signedInText(session));
    if (!session && previous.current) announce('');
    previous.current = session;
  }, [session, announce]);
}

const signedInText = ({ who }: SignedIn) =>
  i18n.translate('azureOpenaiSetup.signIn.signedInAnnouncement', {
    defaultMessage: "You're signed in as {who}.",
    values: { who },
  });
