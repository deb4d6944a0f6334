import type { LookUp } from '../github/GithubRepositories';
import type { RepositoryRead } from '../github/RepositoryRead';
import type { ClaimedHint } from '../store/HintQueue';
import type { Removal } from '../store/PlanStore';
import { applyReads } from './applyReads';
import { describeProblem } from './describeProblem';
import { lookUpAll } from './lookUpAll';
import type { MirrorContext } from './MirrorContext';
import { retryDelayMs } from './retryDelayMs';
import { settleAtOnce } from './settleAtOnce';
import { sourcesFor } from './sourcesFor';
import { wishesOf } from './wishesOf';

const AT_ONCE = 50;
const LEASE_MS = 60 * 1000;
/** About half an hour of trying; a full run sees to what could not be asked by then. */
const MOST_ATTEMPTS = 14;

/**
 * Works off the questions about an owner's repositories that are due: what GitHub says is taken for true, whatever the hints said. Resolves
 * when none is due any more. `suspect` is called where only a full run can tell.
 */
export async function drainOwner(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  suspect: (reason: string) => Promise<void>;
}): Promise<void> {
  const { context, host, owner, suspect } = options;
  const { store, settings, holder } = context;
  const lost = await store.hints.dropLost({
    host,
    owner,
    moreThan: settings.guard.count,
  });
  if (lost > settings.guard.count) {
    await suspect(`the installation has lost ${lost} repositories`);
  }
  for (;;) {
    const claimed = await store.hints.claim({
      host,
      owner,
      limit: AT_ONCE,
      holder,
      forMs: LEASE_MS,
    });
    if (claimed.length === 0) {
      return;
    }
    await answer({ ...options, claimed });
  }
}

async function answer(
  options: Parameters<typeof drainOwner>[0] & { claimed: ClaimedHint[] },
) {
  const { context, host, owner, claimed, suspect } = options;
  const { store, settings, now, logger } = context;
  const state = await store.organisations.get({ host, organisation: owner });
  const sources = sourcesFor({ settings, host, owner, app: state?.app });
  if (sources.length === 0) {
    await store.hints.done(claimed);
    return;
  }
  const askedAt = await store.time();
  try {
    const answers = await lookUpAll({
      context,
      host,
      owner,
      which: claimed.map(({ hint }) =>
        hint.repositoryId ? { id: hint.repositoryId } : { name: hint.name },
      ),
      wanted: wishesOf({ sources, settings, state }).wanted,
    });
    const outcome = await judge({ ...options, answers });
    const applied = await applyReads({
      context,
      host,
      owner,
      reads: outcome.reads,
      askedAt,
      changedAt: outcome.changedAt,
    });
    const settled = await settleAtOnce({
      context,
      host,
      organisation: owner,
      removals: [...outcome.removals, ...applied.removals],
    });
    await store.hints.done(outcome.done);
    await store.hints.again(
      outcome.again.map(each => ({
        claimed: each,
        dueAt: dueAfter(options, each),
      })),
    );
    const doubt =
      settled.state === 'doubted'
        ? settled.reason
        : applied.doubt ?? outcome.suspicion;
    if (doubt) {
      await suspect(doubt);
    }
  } catch (error) {
    const problem = describeProblem({ error, now });
    logger.warn(
      `${claimed.length} repositories of ${owner} at ${host} could not be asked about, and will be again: ${problem.message}`,
    );
    await store.organisations.set({
      host,
      organisation: state?.organisation ?? owner,
      values: { problem },
    });
    const isOver = (each: ClaimedHint) => each.attempts >= MOST_ATTEMPTS;
    await store.hints.again(
      claimed
        .filter(each => !isOver(each))
        .map(each => ({ claimed: each, dueAt: dueAfter(options, each) })),
    );
    if (claimed.some(isOver)) {
      await store.hints.done(claimed.filter(isOver));
      await suspect('GitHub could not be asked about some for too long');
    }
  }
}

function dueAfter(
  options: { context: Pick<MirrorContext, 'now' | 'random'> },
  claimed: ClaimedHint,
) {
  const { now, random } = options.context;
  const { attempts, hint } = claimed;
  const ms = retryDelayMs({
    attempts,
    random,
    isWaiting: Boolean(hint.commit),
  });
  return new Date(now().getTime() + ms);
}

async function judge(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  claimed: ClaimedHint[];
  answers: LookUp[];
}) {
  const { context, host, owner, claimed, answers } = options;
  const { store, now } = context;
  const reads: RepositoryRead[] = [];
  const changedAt = new Map<string, string>();
  const done: ClaimedHint[] = [];
  const again: ClaimedHint[] = [];
  const removals: Removal[] = [];
  let suspicion: string | undefined;
  const plan = await store.plans.of({ host, organisation: owner });
  const held = new Set(
    plan?.removals.filter(({ kind }) => kind === 'gone').map(({ id }) => id),
  );
  for (const [index, given] of answers.entries()) {
    const each = claimed[index];
    const { hint } = each;
    if (given.state === 'found') {
      const { repository } = given;
      reads.push(repository);
      const isAwaited =
        hint.commit !== undefined && repository.head?.oid !== hint.commit;
      const mayWait =
        hint.until !== undefined && Date.parse(hint.until) > now().getTime();
      if (isAwaited && mayWait) {
        again.push(each);
        continue;
      }
      if (hint.happenedAt) changedAt.set(repository.id, hint.happenedAt);
    } else if (given.state === 'unknown') {
      if (!given.isRefused) {
        again.push(each);
        continue;
      }
    } else {
      const known = hint.repositoryId
        ? (
            await store.repositories.byIds({ host, ids: [hint.repositoryId] })
          ).get(hint.repositoryId)
        : await store.repositories.byName({ host, owner, name: hint.name });
      if (known && held.has(known.repository.id)) {
        // An operator is asked about it already.
        done.push(each);
        continue;
      }
      if (known && hint.saysGone) {
        const { id, name, seenAt } = known.repository;
        removals.push({ id, name, kind: 'gone', seenAt });
      } else if (known) {
        suspicion = `${owner}/${hint.name} is not found any more`;
      }
    }
    done.push(each);
  }
  return { reads, changedAt, done, again, removals, suspicion };
}
