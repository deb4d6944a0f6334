import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A plugin `auth` that signs people in without a provider, for tests with stock's real auth service. */
export async function createIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };
  const plugin = createBackendPlugin({
    pluginId: 'auth',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.addAuthPolicy({
            path: '/.well-known/jwks.json',
            allow: 'unauthenticated',
          });
          httpRouter.use(((request, response, next) =>
            request.path === '/.well-known/jwks.json'
              ? response.json({ keys: [jwk] })
              : next()) as Parameters<typeof httpRouter.use>[0]);
        },
      });
    },
  });
  return {
    plugin,
    /** A token of a person, good for an hour. */
    tokenOf: (userEntityRef: string) =>
      new SignJWT({ ent: [userEntityRef] })
        .setProtectedHeader({
          alg: 'ES256',
          kid: 'test',
          typ: 'vnd.backstage.user',
        })
        .setSubject(userEntityRef)
        .setAudience('backstage')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}
