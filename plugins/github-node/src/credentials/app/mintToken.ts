import type { AppFailure } from './AppFailure';
import type { AppRequests } from './createAppRequests';

export interface MintedToken {
  installationId: number;
  token: string;
  /** By GitHub's clock, ISO 8601. */
  expiresAt: string;
  /** The same moment by this machine's clock, in milliseconds. */
  validUntil: number;
  selection: 'all' | 'selected';
}

export type Minting =
  | ({ outcome: 'minted' } & MintedToken)
  | { outcome: 'suspended' }
  /** The App was uninstalled. */
  | { outcome: 'gone' }
  | { outcome: 'failed'; failure: AppFailure };

/** https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app */
export async function mintToken(options: {
  requests: AppRequests;
  installationId: number;
  now: () => Date;
  fresh?: boolean;
}): Promise<Minting> {
  const { requests, installationId, now, fresh } = options;
  const asked = await requests.ask({
    method: 'POST',
    path: `/app/installations/${installationId}/access_tokens`,
    fresh,
  });
  if (asked.outcome === 'failed') return asked;
  const { status, body, header } = asked.answer;
  if (status === 404 || status === 410) return { outcome: 'gone' };
  if (status === 403 && /suspended/i.test(String(body?.message))) {
    return { outcome: 'suspended' };
  }
  const expires = Date.parse(body?.expires_at);
  if (typeof body?.token !== 'string' || Number.isNaN(expires)) {
    return {
      outcome: 'failed',
      failure: {
        code: 'unreachable',
        reason: `GitHub gives no token for installation ${installationId} (status ${status}).`,
      },
    };
  }
  // How long it is valid does not depend on whose clock is right.
  const theirs = Date.parse(header('date') ?? '');
  const ours = now().getTime();
  return {
    outcome: 'minted',
    installationId,
    token: body.token,
    expiresAt: body.expires_at,
    validUntil: Number.isNaN(theirs) ? expires : ours + (expires - theirs),
    selection: body.repository_selection === 'selected' ? 'selected' : 'all',
  };
}
