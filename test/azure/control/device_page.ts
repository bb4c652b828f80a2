import { decideDeviceGrant } from '../entra/device_grants';
import type { Reply } from '../http/message';
import type { DeviceDecision, SimulatorState } from '../state';
import { escapeHtml, htmlPage } from './html';

const page = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: htmlPage('Enter code', body),
});

const form = (state: SimulatorState, code: string, error?: string): string => `
${error === undefined ? '' : `<p role="alert" id="error">${escapeHtml(error)}</p>`}
<p>Enter the code displayed in the other window.</p>
<form method="post" action="/device">
<label for="code">Code</label>
<input id="code" name="code" value="${escapeHtml(code)}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="20"${error === undefined ? '' : ' aria-invalid="true" aria-describedby="error"'} autofocus>
<label for="user">Sign in as</label>
<select id="user" name="user">
${state.world.users.map(({ upn, displayName }) => `<option value="${escapeHtml(upn)}">${escapeHtml(`${displayName} (${upn})`)}</option>`).join('\n')}
</select>
<p>
<button type="submit" name="decision" value="accept">Continue</button>
<button type="submit" name="decision" value="decline">Cancel</button>
</p>
</form>
<p class="note">This page stands in for Microsoft's sign-in page. It does not request a password.</p>`;

const done: Record<DeviceDecision, string> = {
  accept:
    '<p role="status">You have signed in. You may close this window and go back to the application.</p>',
  decline: '<p role="status">You have cancelled the sign-in. You may close this window.</p>',
  expire: '<p role="status">The code has expired.</p>',
};

export const deviceForm = (state: SimulatorState, code: string): Reply =>
  page(200, form(state, code));

/** Handles the submitted form: code, user, and Continue or Cancel. */
export function submitDeviceForm(state: SimulatorState, body: string): Reply {
  const fields = new URLSearchParams(body);
  const userCode = fields.get('code') ?? '';
  const decision = fields.get('decision') === 'decline' ? 'decline' : 'accept';
  const wrong = decideDeviceGrant(state, {
    userCode,
    decision,
    user: fields.get('user') ?? undefined,
  });
  return wrong === undefined ? page(200, done[decision]) : page(400, form(state, userCode, wrong));
}
