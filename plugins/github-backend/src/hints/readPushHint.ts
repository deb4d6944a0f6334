import { z } from 'zod';
import type { RepositoryHint } from '../sync/RepositoryHint';

/** A hint that is older than this, or this far in the future, is not taken. */
export const HINT_AGE_MS = 5 * 60 * 1000;

const name = /^[A-Za-z0-9_.-]{1,100}$/;
const oid = z
  .string()
  .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'it is no id of a commit');

const pushHint = z.object({
  repository: z
    .string()
    .refine(
      value =>
        value.split('/').length === 2 &&
        value.split('/').every(part => name.test(part)),
      'it is not of the form owner/name',
    ),
  host: z.string().min(1).max(255).optional(),
  ref: z
    .string()
    .max(1_000)
    .regex(/^refs\/heads\/./, 'it is no branch'),
  before: oid.optional(),
  /** Older hooks do not know it. */
  after: oid.optional(),
  pusher: z
    .string()
    .regex(/^[A-Za-z0-9_.@[\]-]{0,100}$/, 'it is no login')
    .optional(),
  /** When the hook ran, in seconds since 1970. */
  timestamp: z.number(),
});

export type ReadPushHint =
  | {
      outcome: 'valid';
      hint: Omit<RepositoryHint, 'reason' | 'until'>;
      pusher?: string;
    }
  | { outcome: 'invalid'; problem: string };

/** Reads the body of a hint; all that is wrong with it at once. */
export function readPushHint(options: {
  body: Buffer;
  hosts: string[];
  now: Date;
}): ReadPushHint {
  const { body, hosts, now } = options;
  const parsed = pushHint.safeParse(parseJson(body));
  if (!parsed.success) {
    return {
      outcome: 'invalid',
      problem: parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
        .join('; '),
    };
  }
  const { repository, after, pusher, timestamp } = parsed.data;
  const problems: string[] = [];
  const host = chooseHost({ named: parsed.data.host, hosts });
  if (!host) {
    problems.push(
      `host: name one of those that are mirrored, ${
        hosts.join(', ') || 'of which there is none'
      }`,
    );
  }
  const happenedAt = timestamp * 1000;
  if (!(Math.abs(now.getTime() - happenedAt) <= HINT_AGE_MS)) {
    problems.push(
      'timestamp: it is more than five minutes off; set the clocks of both machines',
    );
  }
  if (after && /^0+$/.test(after)) {
    problems.push('after: a branch that is deleted is no push');
  }
  if (!host || problems.length > 0) {
    return { outcome: 'invalid', problem: problems.join('; ') };
  }
  const [owner, repositoryName] = repository.split('/');
  return {
    outcome: 'valid',
    pusher: pusher || undefined,
    hint: {
      host,
      owner,
      name: repositoryName,
      ...(after && { commit: after }),
      happenedAt: new Date(happenedAt).toISOString(),
    },
  };
}

/** The one that is named, in whichever case; without a name the only one there is. */
function chooseHost(options: {
  named: string | undefined;
  hosts: string[];
}): string | undefined {
  const { named, hosts } = options;
  if (named === undefined) {
    return hosts.length === 1 ? hosts[0] : undefined;
  }
  return hosts.find(host => host.toLowerCase() === named.toLowerCase());
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
