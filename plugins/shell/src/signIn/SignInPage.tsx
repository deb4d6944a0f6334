import { ProxiedSignInPage, UserIdentity } from '@backstage/core-components';
import {
  configApiRef,
  discoveryApiRef,
  type IdentityApi,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { withoutRemotePicture } from '@callboard/plugin-avatars';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { LdapSignInError } from './directory/LdapSignInError';
import { GuestProblem } from './GuestProblem';
import { type OAuthProvider, readProviders } from './providers';
import {
  forgetOnSignOut,
  forgetProvider,
  recallProvider,
  rememberProvider,
} from './rememberedProvider';
import { SignInCard } from './SignInCard';

/** Signs in with what is configured, and says what a trial is, or what to configure when nothing is. */
export function SignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const config = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const apis = useApiHolder();
  const providers = useMemo(() => readProviders(config), [config]);
  const [entering, setEntering] = useState(
    () => providers.guest && recallProvider(localStorage) === 'guest',
  );
  /** What this browser used last, until it has been asked whether the session goes on. */
  const [returning, setReturning] = useState<
    'ldap' | OAuthProvider | undefined
  >(() => {
    const id = recallProvider(localStorage);
    return id === 'ldap' && providers.ldap
      ? 'ldap'
      : providers.oauth.find(provider => provider.id === id);
  });
  const [problem, setProblem] = useState<string>();

  const succeed = useCallback(
    (id: string, identity: IdentityApi) => {
      rememberProvider(localStorage, id);
      // The portal's pages load nothing from other hosts: the browser would refuse the picture, and say so on every page.
      onSignInSuccess(
        withoutRemotePicture(forgetOnSignOut(identity, localStorage)),
      );
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
    const again =
      returning === 'ldap'
        ? import('./directory/LdapIdentity')
            .then(m => m.LdapIdentity.create({ discoveryApi }))
            .then(identity => succeed('ldap', identity))
        : signIn(returning, true);
    again
      .catch(error => {
        // A directory that does not answer is no reason to forget that the person uses it.
        if (error instanceof LdapSignInError && error.status !== 401) {
          setProblem(error.message);
        } else {
          forgetProvider(localStorage);
        }
      })
      .finally(() => setReturning(undefined));
  }, [returning, signIn, succeed, discoveryApi]);

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
  return (
    <SignInCard
      providers={providers}
      problem={problem}
      onProblem={setProblem}
      onGuest={() => {
        setProblem(undefined);
        setEntering(true);
      }}
      onProvider={provider => {
        setProblem(undefined);
        signIn(provider, false).catch(error =>
          setProblem(
            `Signing in with ${provider.title} failed: ${error.message}`,
          ),
        );
      }}
      onLdap={identity => succeed('ldap', identity)}
    />
  );
}
