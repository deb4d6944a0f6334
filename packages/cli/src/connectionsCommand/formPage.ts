import type { AppCreationForm } from '@callboard/plugin-connections-common';

/** A page whose button sends the manifest to GitHub. It holds no secret but the state. */
export function formPage(options: { form: AppCreationForm }): string {
  const { form } = options;
  const permissions = form.permissions
    .map(
      ({ permission, level, neededBy }) =>
        `<tr><td>${escaped(permission)}</td><td>${escaped(
          level,
        )}</td><td>${escaped(neededBy.join(', '))}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Create a GitHub App</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid #ccc; padding: .25rem 1rem .25rem 0; text-align: left; vertical-align: top; }
button { font: inherit; padding: .5rem 1rem; }
</style>
</head>
<body>
<h1>Create a GitHub App</h1>
<p>The App gets these permissions and no others. GitHub asks you before it creates it, and lets you change the name.</p>
<table>
<tr><th>Permission</th><th>Access</th><th>For</th></tr>
${permissions}
</table>
<form method="post" action="${escaped(form.action)}">
<input type="hidden" name="manifest" value="${escaped(form.manifest)}">
<button>Go on to ${escaped(new URL(form.action).host)}</button>
</form>
<p>GitHub then sends this browser to the portal. If that page does not load, copy its address and paste it where the command waits. This page is good until ${escaped(
    form.expiresAt,
  )}.</p>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
