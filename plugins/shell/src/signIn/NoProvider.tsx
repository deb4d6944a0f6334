const EXAMPLE = `auth:
  environment: production
  providers:
    github:
      production:
        clientId: \${GITHUB_CLIENT_ID}
        clientSecret: \${GITHUB_CLIENT_SECRET}
        signIn:
          resolvers:
            - resolver: usernameMatchingUserEntityName`;

const GUIDE = 'https://backstage.io/docs/auth/github/provider';

/** Nobody can sign in, which only an operator can change. */
export function NoProvider() {
  const callback = `${window.location.origin}/api/auth/github/handler/frame`;
  return (
    <>
      <h1>No way to sign in is configured</h1>
      <p>
        Whoever runs this portal can let people sign in with GitHub. Create an
        OAuth app there with the callback address <code>{callback}</code>, and
        add it to <code>app-config.local.yaml</code>:
      </p>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <p>
        Set the two variables and restart the portal. With this resolver a
        person enters as the User in the catalog that bears their GitHub name.{' '}
        <a href={GUIDE} target="_blank" rel="noopener noreferrer">
          Guide to sign-in with GitHub
        </a>
      </p>
      <p>
        Only trying it out? <code>npm start -- --presets demo</code> starts the
        trial, where anyone may enter as a guest.
      </p>
    </>
  );
}
