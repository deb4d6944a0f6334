import type { IdentityApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { AccentStyle } from '../branding/AccentStyle';
import { Logo } from '../branding/Logo';
import { useBranding } from '../branding/useBranding';
import { useSandbox } from '../sandbox/useSandbox';
import { NoProvider } from './NoProvider';
import { ProviderMark } from './ProviderMark';
import type { OAuthProvider, readProviders } from './providers';
import styles from './SignInPage.module.css';

/** Its fields are no part of a portal without a directory. */
const LdapForm = lazy(() =>
  import('./directory/LdapForm').then(m => ({ default: m.LdapForm })),
);

/** What a person sees who is not signed in: the ways in, what went wrong with the last one, and whom to ask. */
export function SignInCard(props: {
  providers: ReturnType<typeof readProviders>;
  problem: string | undefined;
  onProblem(message: string | undefined): void;
  onGuest(): void;
  onProvider(provider: OAuthProvider): void;
  onLdap(identity: IdentityApi): void;
}) {
  const { providers, problem, onProblem, onGuest, onProvider, onLdap } = props;
  const { guest, ldap, oauth } = providers;
  const branding = useBranding();
  const sandbox = useSandbox();
  const isPossible = guest || ldap || oauth.length > 0;
  return (
    <main className={styles.page}>
      <AccentStyle accent={branding.accent} />
      <div className={styles.card}>
        <Logo branding={branding} />
        {isPossible ? (
          <>
            <h1>{guest ? 'Look around' : 'Sign in'}</h1>
            {guest && (
              <p>
                This portal is a trial. A guest may open every page and change
                nothing. Whoever can reach this address can enter, so keep
                company secrets out until a real sign-in is set up.
              </p>
            )}
            {sandbox && (
              <p>
                This portal is a trial with an example company. You sign in on
                the sandbox, a GitHub that runs on this machine, as any of the
                company's people. Whoever can reach this address can do so: keep
                company secrets out.
                {sandbox.operators.length > 0 &&
                  ` It is operated by ${sandbox.operators.join(
                    ' and ',
                  )}: sign in as one of them to see Connections, too.`}
              </p>
            )}
            {problem && (
              <p className={styles.error} role="alert">
                {problem}
              </p>
            )}
            {ldap && (
              <Suspense fallback={null}>
                <LdapForm onSuccess={onLdap} onProblem={onProblem} />
              </Suspense>
            )}
            {(guest || oauth.length > 0) && (
              <div className={styles.buttons}>
                {oauth.map(provider => (
                  <Button
                    key={provider.id}
                    variant={ldap ? 'secondary' : 'primary'}
                    iconStart={<ProviderMark provider={provider.id} />}
                    onPress={() => onProvider(provider)}
                  >
                    Sign in with {provider.title}
                  </Button>
                ))}
                {guest && (
                  <Button variant="primary" onPress={onGuest}>
                    Enter as guest
                  </Button>
                )}
              </div>
            )}
          </>
        ) : (
          <NoProvider />
        )}
        {branding.support && (
          <div className={styles.help}>
            Need help? Ask{' '}
            <a
              href={branding.support.url ?? `mailto:${branding.support.email}`}
            >
              {branding.support.name}
            </a>
            .
          </div>
        )}
      </div>
    </main>
  );
}
