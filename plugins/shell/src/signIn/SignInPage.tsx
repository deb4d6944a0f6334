import { ProxiedSignInPage, UserIdentity } from '@backstage/core-components';
import {
  configApiRef,
  type IdentityApi,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Button } from '@backstage/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { AccentStyle } from '../branding/AccentStyle';
import { Logo } from '../branding/Logo';
import { useBranding } from '../branding/useBranding';
import { NoProvider } from './NoProvider';
import { type OAuthProvider, readProviders } from './providers';
import {
  forgetOnSignOut,
  forgetProvider,
  recallProvider,
  rememberProvider,
} from './rememberedProvider';
import styles from './SignInPage.module.css';

/** Signs in with what is configured, and says what a trial is, or what to configure when nothing is. */
export function SignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const config = useApi(configApiRef);
  const apis = useApiHolder();
  const branding = useBranding();
  const providers = useMemo(() => readProviders(config), [config]);
  const [entering, setEntering] = useState(
    () => providers.guest && recallProvider(localStorage) === 'guest',
  );
  const [returning, setReturning] = useState(() =>
    providers.oauth.find(({ id }) => id === recallProvider(localStorage)),
  );
  const [problem, setProblem] = useState<string>();

  const succeed = useCallback(
    (id: string, identity: IdentityApi) => {
      rememberProvider(localStorage, id);
      onSignInSuccess(forgetOnSignOut(identity, localStorage));
    },
    [onSignInSuccess],
  );

  const signIn = useCallback(
    async (provider: OAuthProvider, optional: boolean) => {
      const authApi = apis.get(provider.apiRef);
      if (!authApi) throw new Error(`${provider.title} has no API in this app`);
      const session = await authApi.getBackstageIdentity(
        optional ? { optional } : { instantPopup: true },
      );
      if (!session) return;
      const profile = await authApi.getProfile();
      const identity = session.identity;
      succeed(provider.id, UserIdentity.create({ identity, profile, authApi }));
    },
    [apis, succeed],
  );

  useEffect(() => {
    if (!returning) return;
    signIn(returning, true)
      .catch(() => forgetProvider(localStorage))
      .finally(() => setReturning(undefined));
  }, [returning, signIn]);

  if (returning) return null;
  if (entering) {
    return (
      <ProxiedSignInPage
        provider="guest"
        onSignInSuccess={identity => succeed('guest', identity)}
        ErrorComponent={({ error }) => (
          <GuestProblem
            error={error}
            onProblem={message => {
              forgetProvider(localStorage);
              setProblem(message);
              setEntering(false);
            }}
          />
        )}
      />
    );
  }

  const { guest, oauth } = providers;
  return (
    <main className={styles.page}>
      <AccentStyle accent={branding.accent} />
      <div className={styles.card}>
        <Logo branding={branding} />
        {guest || oauth.length > 0 ? (
          <>
            <h1>{guest ? 'Look around' : 'Sign in'}</h1>
            {guest && (
              <p>
                This portal is a trial. A guest may open every page and change
                nothing. Whoever can reach this address can enter, so keep
                company secrets out until a real sign-in is set up.
              </p>
            )}
            {problem && (
              <p className={styles.error} role="alert">
                {problem}
              </p>
            )}
            <div className={styles.buttons}>
              {oauth.map(provider => (
                <Button
                  key={provider.id}
                  variant="primary"
                  onPress={() =>
                    signIn(provider, false).catch(error =>
                      setProblem(
                        `Signing in with ${provider.title} failed: ${error.message}`,
                      ),
                    )
                  }
                >
                  Sign in with {provider.title}
                </Button>
              ))}
              {guest && (
                <Button
                  variant={oauth.length ? 'secondary' : 'primary'}
                  onPress={() => {
                    setProblem(undefined);
                    setEntering(true);
                  }}
                >
                  Enter as guest
                </Button>
              )}
            </div>
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

/** Takes the error back to the page, where the button to try again is. */
function GuestProblem(props: {
  error?: Error;
  onProblem(message: string): void;
}) {
  const { error, onProblem } = props;
  useEffect(() => {
    onProblem(
      `Entering as guest failed: ${
        error?.message ?? 'the portal gave no reason'
      }. Is the portal running?`,
    );
  }, [error, onProblem]);
  return null;
}
