import type { JsonObject } from '@backstage/types';
import type { ComposedSelection } from '../presets/composeSelection';
import type { Problem } from '../problems/Problem';
import { valueAt } from './valueAt';

/** Providers of Backstage 1.55 whose session holds an OIDC ID token. */
const ID_TOKEN_PROVIDERS = [
  'auth0',
  'google',
  'microsoft',
  'oidc',
  'okta',
  'onelogin',
];

/** Presets that hand a person's ID token on need a sign-in that yields one: by a preset, or by `auth.providers`. */
export function idTokenProblems(options: {
  data: JsonObject;
  selection: ComposedSelection;
}): Problem[] {
  const { data, selection } = options;
  const identity = selection.presets.find(({ signIn }) => signIn);
  // Of another type than a map it is reported by the check against the schema.
  const configured = Object.keys(valueAt(data, 'auth.providers') ?? {});
  const yieldsToken =
    identity?.signIn?.idToken ??
    configured.some(provider => ID_TOKEN_PROVIDERS.includes(provider));
  if (yieldsToken) {
    return [];
  }
  return selection.needsIdToken.map(({ preset, variable }) => ({
    code: 'preset-id-token',
    problem: `the preset ${preset} is to use the signed-in person's own identity, but ${
      identity
        ? `the preset ${identity.name} yields no OIDC ID token`
        : 'no sign-in with an OIDC ID token is configured'
    }`,
    where: variable,
    remedy: `choose another value for ${variable}, or sign people in with one of the presets oidc, keycloak, azure-auth, google or okta`,
    variable,
    presets: identity ? [preset, identity.name] : [preset],
  }));
}
