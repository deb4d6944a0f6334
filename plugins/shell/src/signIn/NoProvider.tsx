const EXAMPLE = `auth:
  providers:
    github:
      production:
        clientId: \${GITHUB_CLIENT_ID}
        clientSecret: \${GITHUB_CLIENT_SECRET}`;

const GUIDE = 'https://backstage.io/docs/auth/';

/** Nobody can sign in, which only an operator can change. */
export function NoProvider() {
  return (
    <>
      <h1>No way to sign in is configured</h1>
      <p>
        Whoever runs this portal has to add a provider to{' '}
        <code>app-config.local.yaml</code>, for example:
      </p>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <p>
        Restart the portal afterwards. The providers and their settings are
        described in the{' '}
        <a href={GUIDE} target="_blank" rel="noopener noreferrer">
          guide to authentication
        </a>
        . To try the portal with nothing configured, start it with the preset{' '}
        <code>demo</code>.
      </p>
    </>
  );
}
