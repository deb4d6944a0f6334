import { compactVerify, importSPKI } from 'jose';
import type { Sandbox } from '../core/Sandbox';
import type { App } from '../core/state';

export type VerifiedJwt =
  | { outcome: 'verified'; app: App }
  | { outcome: 'refused'; status: 401 | 404; message: string };

/** The longest time that a JWT may be valid from now. */
const LONGEST_S = 600;

const UNDECODABLE = 'A JSON web token could not be decoded';
const ISSUER = "'Issuer' claim ('iss') must be an Integer";
const ISSUED_AT =
  "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
const EXPIRATION =
  "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
const TOO_FAR = "'Expiration time' claim ('exp') is too far in the future";

/**
 * Checks the JWT of an App: RS256 by one of its keys, `iss` its number or client id, `exp` at most ten minutes ahead, all by sandbox
 * time. The texts are GitHub's own; Octokit reads them to correct its clock.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export async function verifyAppJwt(options: {
  sandbox: Sandbox;
  jwt: string;
}): Promise<VerifiedJwt> {
  const { sandbox, jwt } = options;
  const header = readPart(jwt.split('.')[0]);
  const claims = readPart(jwt.split('.')[1]);
  if (!claims || header?.alg !== 'RS256') return refused(UNDECODABLE);

  const issuer = readIssuer(claims.iss);
  if (issuer === undefined) return refused(ISSUER);
  const app =
    sandbox.state.apps.first('client', issuer) ??
    (/^\d+$/.test(issuer) ? sandbox.state.apps.get(Number(issuer)) : undefined);
  if (!app) {
    return {
      outcome: 'refused',
      status: 404,
      message: 'Integration not found',
    };
  }
  if (!(await isSignedBy({ jwt, publicKeys: app.publicKeys }))) {
    return refused(UNDECODABLE);
  }

  const now = Math.floor(sandbox.clock.now().getTime() / 1000);
  const { iat, exp } = claims;
  if (typeof exp !== 'number' || exp <= now) return refused(EXPIRATION);
  if (exp > now + LONGEST_S) return refused(TOO_FAR);
  if (typeof iat !== 'number' || iat > now) return refused(ISSUED_AT);
  return { outcome: 'verified', app };
}

function refused(message: string): VerifiedJwt {
  return { outcome: 'refused', status: 401, message };
}

function readIssuer(issuer: unknown): string | undefined {
  return (typeof issuer === 'string' && issuer !== '') ||
    Number.isInteger(issuer)
    ? String(issuer)
    : undefined;
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

async function isSignedBy(options: {
  jwt: string;
  publicKeys: string[];
}): Promise<boolean> {
  for (const pem of options.publicKeys) {
    const verified = await importSPKI(pem, 'RS256')
      .then(key => compactVerify(options.jwt, key, { algorithms: ['RS256'] }))
      .catch(() => undefined);
    if (verified) return true;
  }
  return false;
}
