import { ProbeError } from '../ProbeError';
import type { ProbeOptions } from '../System';

/** Gets a token for the client itself, and forgets it: what shows that its secret is taken. RFC 6749, section 4.4 */
export async function askForToken(
  options: ProbeOptions & {
    tokenUrl: string;
    clientId: string;
    clientSecret: string;
    scope?: string;
    what: string;
    configKey: string;
  },
): Promise<void> {
  const { fetch, signal, tokenUrl, clientId, clientSecret, scope } = options;
  const { what, configKey } = options;
  const response = await fetch(tokenUrl, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope && { scope }),
    }),
  });
  const body = (await response.json().catch(() => ({}))) as { error?: string };
  if (!response.ok) {
    throw new ProbeError(
      `${what} refuses the client ${clientId} (${
        body.error ?? `HTTP ${response.status}`
      }).`,
      `Compare ${configKey}.clientId with the client, and make a new secret for ${configKey}.clientSecret: the old one may have expired.`,
    );
  }
}
