const EXAMPLE = `CALLBOARD_PRESETS=github,github-auth
GITHUB_ORG=your-organisation
GITHUB_PAT=...
GITHUB_AUTH_CLIENT_ID=...
GITHUB_AUTH_CLIENT_SECRET=...`;

/** Nobody can sign in, which only an operator can change. */
export function NoProvider() {
  const callback = `${window.location.origin}/api/auth/github/handler/frame`;
  return (
    <>
      <h1>No way to sign in is configured</h1>
      <p>
        Whoever runs this portal can let people sign in by naming a preset. For
        GitHub, create an OAuth App there with the callback address{' '}
        <code>{callback}</code>, write this into the file <code>.env</code> and
        restart the portal:
      </p>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <p>
        <code>bin/callboard presets list</code> names the presets for GitHub
        Enterprise, GitLab, Microsoft, Keycloak, LDAP and other providers, and{' '}
        <code>bin/callboard presets check github,github-auth --template</code>{' '}
        prints the file to fill in.
      </p>
      <p>
        Only trying it out? <code>npm start -- --presets demo</code> starts the
        trial, with an example company on a GitHub of its own.
      </p>
    </>
  );
}
