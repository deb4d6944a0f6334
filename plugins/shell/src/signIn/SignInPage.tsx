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
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { autoProvider } from './autoProvider';
import { LdapSignInError } from './directory/LdapSignInError';
import { GuestProblem } from './GuestProblem';
import { keptFragment } from './keptFragment';
import { leaveFor } from './leaveFor';
import { leaving } from './leaving';
import { type OAuthProvider, readProviders } from './providers';
import {
  forgetOnSignOut,
  forgetProvider,
  recallProvider,
  rememberProvider,
} from './rememberedProvider';
import { SignInCard } from './SignInCard';
import { takeRedirectError } from './takeRedirectError';
import { wordsForFailure } from './wordsForFailure';

/** Signs in with what is configured, and says what a trial is, or what to configure when nothing is. */
export function SignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const config = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const apis = useApiHolder();
  const providers = useMemo(() => readProviders(config), [config]);
  const auto = useMemo(
    () => autoProvider({ config, providers }),
    [config, providers],
  );
  const [problem, setProblem] = useState(() => {
    // Before anybody is told which page this is.
    keptFragment.keep();
    return takeRedirectError();
  });
  const [entering, setEntering] = useState(
    () => providers.guest && recallProvider(localStorage) === 'guest',
  );
  /** What this browser used last, until it has been asked whether the session goes on. */
  const [returning, setReturning] = useState<
    'ldap' | OAuthProvider | undefined
  >(() => {
    if (problem) return undefined;
    const id = recallProvider(localStorage);
    if (id === 'ldap' && providers.ldap) return 'ldap';
    return (
      providers.oauth.find(provider => provider.id === id) ??
      (leaving.hasSignedOut() ? undefined : auto)
    );
  });

  const succeed = useCallback(
    (id: string, identity: IdentityApi) => {
      rememberProvider(localStorage, id);
      leaving.noteSignedIn();
      keptFragment.restore();
      // The portal's pages load nothing from other hosts: the browser would refuse the picture, and say so on every page.
      onSignInSuccess(
        withoutRemotePicture(forgetOnSignOut(identity, localStorage)),
      );
    },
    [onSignInSuccess],
  );

  /** Resolves to whether there is a session now. */
  const signIn = useCallback(
    async (provider: OAuthProvider, optional: boolean) => {
      const authApi = apis.get(provider.apiRef);
      if (!authApi) throw new Error(`${provider.title} has no API in this app`);
      const session = await authApi.getBackstageIdentity(
        optional ? { optional } : { instantPopup: true },
      );
      if (!session) return false;
      const profile = await authApi.getProfile();
      const identity = session.identity;
      succeed(provider.id, UserIdentity.create({ identity, profile, authApi }));
      return true;
    },
    [apis, succeed],
  );

  /** Resolves to whether the form has to be shown, since nothing else follows. */
  const comeBack = useCallback(
    async (to: 'ldap' | OAuthProvider) => {
      if (to === 'ldap') {
        const { LdapIdentity } = await import('./directory/LdapIdentity');
        succeed('ldap', await LdapIdentity.create({ discoveryApi }));
        return false;
      }
      if (await signIn(to, true)) return false;
      if (to !== auto) return true;
      if (leaving.hasLeft()) {
        setProblem(`You came back from ${to.title} without being signed in.`);
        return true;
      }
      const environment =
        config.getOptionalString('auth.environment') ?? 'development';
      await leaveFor({ provider: to, environment, discoveryApi });
      return false;
    },
    [auto, config, discoveryApi, signIn, succeed],
  );

  const isAsked = useRef(false);
  useEffect(() => {
    if (!returning || isAsked.current) return;
    isAsked.current = true;
    comeBack(returning)
      .catch(error => {
        // A directory that does not answer is no reason to forget that the person uses it.
        if (error instanceof LdapSignInError && error.status !== 401) {
          setProblem(error.message);
        } else {
          forgetProvider(localStorage);
        }
        return true;
      })
      .then(isOver => isOver && setReturning(undefined));
  }, [returning, comeBack]);

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
        if (config.getOptionalBoolean('enableExperimentalRedirectFlow')) {
          // This tab leaves, and comes back to a page that has to know for whom it asks.
          rememberProvider(localStorage, provider.id);
          leaving.noteLeft();
        }
        signIn(provider, false).catch(error =>
          setProblem(wordsForFailure({ error, title: provider.title })),
        );
      }}
      onLdap={identity => succeed('ldap', identity)}
    />
  );
}
