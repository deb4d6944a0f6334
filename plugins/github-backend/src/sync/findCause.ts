import type { CredentialChain } from '@callboard/plugin-github-node';
import type { MirrorContext } from './MirrorContext';

/** As whom an organisation is asked now, and what hinders a better credential. */
export interface Serving {
  /** Of the credential that serves; undefined where none does, or nobody can tell. */
  credential?: string;
  /** In words: `App 1234 is not installed in acme`. */
  cause?: string;
  /** What to do, where `isShutOut`. */
  remedy?: string;
  /** Nothing but nobody's requests are left, since an App that was there is not any more. */
  isShutOut: boolean;
}

/** Never throws: it is for an explanation. */
export async function findCause(options: {
  context: Pick<MirrorContext, 'github'>;
  host: string;
  organisation: string;
  /** Asks GitHub anew instead of the cache. */
  fresh?: boolean;
}): Promise<Serving> {
  const { context, host, organisation, fresh } = options;
  const { credentials } = context.github;
  try {
    const webUrl =
      credentials.hosts().find(each => each.host === host)?.webUrl ??
      `https://${host}`;
    const chain = await credentials.explain({
      url: `${webUrl}/${organisation}`,
      pluginId: 'github',
      fresh,
    });
    return {
      credential: usedIn(chain),
      cause: hindranceIn(chain),
      ...(isShutOut(chain)
        ? { isShutOut: true, remedy: remedyFor(chain, organisation) }
        : { isShutOut: false }),
    };
  } catch {
    return { isShutOut: false };
  }
}

function usedIn(chain: CredentialChain) {
  return chain.steps.find(step => step.verdict === 'used')?.credentialId;
}

/** What an operator has done, and not a failure that passes. */
const SHUT_OUT = ['not-installed', 'suspended'];

function isShutOut({ steps }: CredentialChain) {
  return (
    steps.some(({ code }) => SHUT_OUT.includes(code)) &&
    steps.every(
      ({ kind, verdict, code }) =>
        SHUT_OUT.includes(code) || kind === 'none' || verdict === 'skipped',
    )
  );
}

/** The first of the Apps is the one that served. */
function remedyFor(chain: CredentialChain, organisation: string) {
  const step = chain.steps.find(({ code }) => SHUT_OUT.includes(code))!;
  const what =
    step.code === 'suspended'
      ? `Lift the suspension of ${step.title} on ${organisation}`
      : `Install ${step.title} on ${organisation} again`;
  return `${what}${
    step.link ? `: ${step.link}` : ''
  }. It is read again by itself. If it is meant to stay that way, accept what is held.`;
}

function hindranceIn(chain: CredentialChain) {
  const used = chain.steps.findIndex(step => step.verdict === 'used');
  const before = used === -1 ? chain.steps : chain.steps.slice(0, used);
  const hindrances = before
    .filter(step => !['not-for-plugin', 'not-needed'].includes(step.code))
    .map(step => step.reason.replace(/\.$/, ''));
  return hindrances.length > 0 ? hindrances.join('; ') : undefined;
}
