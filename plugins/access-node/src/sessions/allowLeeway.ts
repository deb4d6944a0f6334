import type { AuthService } from '@backstage/backend-plugin-api';
import { decodeProtectedHeader, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { readUserToken } from './readUserToken';

/** So far the clocks of two replicas may differ. */
export const LEEWAY_SECONDS = 60;

/** The types of a user's token and of its limited form, as stock issues them. */
const USER_TYPES = ['vnd.backstage.user', 'vnd.backstage.limited-user'];

/** What stock's auth of Backstage 1.55 has inside. */
interface StockInside {
  userTokenHandler: {
    jwksClient: { getKey: JWTVerifyGetKey };
    verifyToken(token: string): Promise<{ userEntityRef: string } | undefined>;
  };
  pluginTokenHandler: {
    issueToken(options: {
      pluginId: string;
      targetPluginId: string;
      onBehalfOf?: { limitedUserToken: string; expiresAt: Date };
    }): Promise<{ token: string }>;
  };
}

/**
 * Lets stock's auth take a user's token for {@link LEEWAY_SECONDS} after its end by the clock of this replica, which may be ahead of the one that issued
 * it. Stock allows nothing, and has no option for it, so this changes the given object, whose inside is internal to Backstage. The
 * signature is checked with the same keys. Throws an `Error` at once if it does not look as expected.
 */
export function allowLeeway(stock: AuthService): void {
  const { userTokenHandler: users, pluginTokenHandler: plugins } =
    stock as unknown as Partial<StockInside>;
  if (
    typeof users?.verifyToken !== 'function' ||
    typeof users.jwksClient?.getKey !== 'function' ||
    typeof plugins?.issueToken !== 'function'
  ) {
    throw new Error(
      'The auth service is not what Backstage 1.55 makes, so it cannot be given a leeway for clocks',
    );
  }
  const verify = users.verifyToken.bind(users);
  users.verifyToken = async token => {
    try {
      return await verify(token);
    } catch (error) {
      const again = await verifyLate({ token, key: users.jwksClient.getKey });
      if (!again) throw error;
      return again;
    }
  };

  // On behalf of somebody whose token is in its leeway, a token for another plugin would have expired before it is sent.
  const issue = plugins.issueToken.bind(plugins);
  plugins.issueToken = ({ onBehalfOf, ...options }) =>
    issue({
      ...options,
      onBehalfOf: onBehalfOf && {
        ...onBehalfOf,
        expiresAt: new Date(
          onBehalfOf.expiresAt.getTime() + LEEWAY_SECONDS * 1000,
        ),
      },
    });
}

async function verifyLate(options: { token: string; key: JWTVerifyGetKey }) {
  const { token, key } = options;
  const late = Date.now() / 1000 - (readUserToken(token)?.expiresAt ?? 0);
  if (late < 0 || late > LEEWAY_SECONDS) return undefined;
  const { typ } = decodeProtectedHeader(token);
  if (!typ || !USER_TYPES.includes(typ)) return undefined;
  try {
    const { payload } = await jwtVerify(token, key, {
      typ,
      requiredClaims: ['iat', 'exp', 'sub'],
      clockTolerance: LEEWAY_SECONDS,
    });
    return payload.sub ? { userEntityRef: payload.sub } : undefined;
  } catch {
    return undefined;
  }
}
