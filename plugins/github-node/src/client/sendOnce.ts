import { hashOf } from '../credentials/hashOf';
import { runInScope } from '../scope/runInScope';
import { chooseCredential, type ChosenCredential } from './chooseCredential';
import type { CachedAnswer } from './createEtagCache';
import type { Answer, PreparedCall, Request } from './prepareCall';
import { tryOnce, type Try } from './tryOnce';

/** A try, and what it was made with. */
export interface SentCall {
  tried: Try<Answer>;
  credential: Partial<ChosenCredential>;
  /** Where the answer is kept. */
  cacheKey: string;
  /** What was kept before, which a 304 stands for. */
  cached?: CachedAnswer;
}

/** Sends a request once, with the credential that serves it now, and conditionally where an answer is kept. */
export async function sendOnce(options: {
  prepared: PreparedCall;
  attempt: number;
}): Promise<SentCall> {
  const { prepared, attempt } = options;
  const { sending, request, endpoint, parsed, priority } = prepared;
  const { pluginId, cache, now } = sending;
  const patienceMs = Math.max(0, prepared.deadline - now());

  const credential = await runInScope({ pluginId, priority, patienceMs }, () =>
    credentialFor(prepared),
  );
  const { token } = credential;
  const cacheKey = [
    // Of a credential without a name the hash, whole.
    credential.credentialId ??
      hashOf(token ?? String(parsed.headers.authorization ?? '')),
    // Installations of one App see different things below the same address.
    credential.installationId,
    credential.chain?.owner?.toLowerCase(),
    parsed.headers.accept,
    parsed.url,
  ].join(' ');
  const cached = prepared.isCacheable ? cache.get(cacheKey) : undefined;

  const tried = await tryOnce<Answer>({
    timeoutMs: prepared.timeoutMs,
    signals: prepared.signals,
    scope: {
      pluginId,
      priority,
      patienceMs,
      call: {
        credentialId: credential.credentialId,
        kind: credential.kind,
        chain: credential.chain,
        attempt,
        mutates: prepared.mutates,
      },
    },
    send: ({ signal, fetch }) =>
      request({
        ...endpoint,
        headers: {
          ...endpoint.headers,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(cached && { 'if-none-match': cached.etag }),
        },
        request: { ...endpoint.request, signal, fetch },
      } as unknown as Parameters<Request>[0]),
  });
  return { tried, credential, cacheKey, cached };
}

/** One that the caller has given, as of an OAuth App, stays; a foreign host gets none. */
async function credentialFor(
  prepared: PreparedCall,
): Promise<Partial<ChosenCredential>> {
  const { sending, isForHost, parsed, subjectUrl } = prepared;
  if (!isForHost || parsed.headers.authorization) return {};
  const { options, host, pluginId, credentials } = sending;
  return chooseCredential({
    as: options.as,
    host,
    url: subjectUrl,
    pluginId,
    credentials,
  });
}
