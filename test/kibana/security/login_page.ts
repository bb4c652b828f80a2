import type { Users } from './users';

/** Escapes text for HTML. */
const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; background: #f6f9fc; color: #1d2a3e; }
  main { background: #fff; padding: 32px; border-radius: 8px; box-shadow: 0 2px 12px #0002; min-width: 360px; }
  h1 { font-size: 22px; margin: 0 0 16px; }
  button { display: block; width: 100%; text-align: left; font: inherit; padding: 10px 12px; margin-top: 8px; border: 1px solid #cad3e2; border-radius: 6px; background: #fff; cursor: pointer; }
  button:hover, button:focus { border-color: #0b64dd; }
  small { display: block; color: #516381; }
  [role=alert] { color: #a71627; }`;

/** A page with one button per user, instead of Kibana's form. */
export function loginPage(
  users: ReturnType<Users['list']>,
  serverBasePath: string,
  scripts: string,
): string {
  const buttons = users.map(({ username, password, full_name, roles }) => {
    const about = escapeHtml(full_name ?? roles.join(', '));
    const data = `data-username="${escapeHtml(username)}" data-password="${escapeHtml(password)}"`;
    return `<button type="button" data-test-subj="login-${escapeHtml(username)}" ${data}>${escapeHtml(username)}<small>${about}</small></button>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Log in - Elastic</title><style>${style}</style></head>
<body data-base-path="${escapeHtml(serverBasePath)}">
<main><h1>Log in to Elastic</h1><p role="alert" hidden></p>
${buttons.join('\n')}
</main>
${scripts}
<script src="${escapeHtml(serverBasePath)}/login.js"></script>
</body>
</html>`;
}

export const loginScript = `
document.querySelectorAll('button').forEach((button) => {
  button.addEventListener('click', async () => {
    const { username, password } = button.dataset;
    const response = await fetch(document.body.dataset.basePath + '/internal/security/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'kbn-xsrf': 'login', 'x-elastic-internal-origin': 'Kibana' },
      body: JSON.stringify({ providerType: 'basic', providerName: 'basic', currentURL: location.href, params: { username, password } }),
    });
    const answer = await response.json();
    if (response.ok) location.assign(answer.location);
    else {
      const alert = document.querySelector('[role=alert]');
      alert.hidden = false;
      alert.textContent = answer.message;
    }
  });
});
`;
