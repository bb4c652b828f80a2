import { SetupError } from '../../../common/problem';

/** Also form-encoded, or truncated in the middle. */
function withoutSecret(text: string, secret: string): string {
  const written = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
  ];
  const whole = written.reduce((left, one) => left.replaceAll(one, '…'), text);
  for (let length = Math.min(secret.length, whole.length); length >= 4; length -= 1) {
    if (whole.endsWith(secret.slice(0, length))) return `${whole.slice(0, -length)}…`;
  }
  return whole;
}

/** An error can quote the request. */
export async function hiding<T>(secret: string | undefined, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SetupError) || !error.problem.azure || !secret) throw error;
    const { code, message, ...azure } = error.problem.azure;
    const hidden = (text: string) => withoutSecret(text, secret);
    throw new SetupError({
      ...error.problem,
      azure: {
        ...azure,
        ...(code && { code: hidden(code) }),
        ...(message && { message: hidden(message) }),
      },
    });
  }
}

/** Maps the fields of the sign-in to those of the application. */
export async function inApplicationFields<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { field, ...problem } = error.problem;
    if (field === 'clientId') throw new SetupError({ ...problem, field: 'applicationId' });
    throw field === 'clientSecret' ? error : new SetupError(problem);
  }
}
