import type { RootGithubService } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import { readDeliveryCursor, writeDeliveryCursor } from './deliveryCursors';
import { listDeliveries } from './listDeliveries';
import { missedOf } from './missedOf';
import {
  reconcileHost,
  repairMissed,
  type RepairOptions,
} from './repairMissed';

/**
 * GitHub keeps deliveries for three days: https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/viewing-webhook-deliveries.
 * Whoever has not looked for so long has a gap.
 */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

/** A delivery shows in the list once it has ended, and may have begun before others that have. */
const OVERLAP_MS = 2 * 60 * 1000;

export interface MissedDeliveriesOptions
  extends Omit<RepairOptions, 'client' | 'host'> {
  github: Pick<RootGithubService, 'credentials' | 'forPlugin'>;
  knex: Knex;
  /** That are mirrored. */
  hosts: string[];
  now: () => Date;
}

/**
 * Looks through GitHub's own lists of deliveries, of every App of the mirrored hosts, for what did not get here since the last time. An App
 * whose list cannot be read does not keep the others from theirs. Hooks of repositories and organisations have other lists, which an App
 * may not read; of them only what is missed shows in the next run.
 */
export async function checkMissedDeliveries(
  options: MissedDeliveriesOptions,
): Promise<void> {
  const { github, hosts, logger, ledger } = options;
  const apps = github.credentials
    .hosts()
    .filter(({ host }) => hosts.includes(host))
    .flatMap(({ host, webUrl, credentials }) =>
      credentials.flatMap(({ kind, id, title }) =>
        kind === 'app' ? [{ host, webUrl, id, title }] : [],
      ),
    );
  for (const app of apps) {
    try {
      await checkApp({ ...options, app });
    } catch (error) {
      const { message } = error as Error;
      logger.warn(
        `The deliveries of ${app.title} of ${app.host} cannot be looked through, and are the next time: ${message}`,
      );
    }
  }
  await ledger.forgetOld();
}

async function checkApp(
  options: MissedDeliveriesOptions & {
    app: { id: string; host: string; webUrl: string };
  },
): Promise<void> {
  const { app, github, knex, ledger, now } = options;
  const { host } = app;
  const before = now();
  const saveCursor = () =>
    writeDeliveryCursor({ knex, credentialId: app.id, until: before });
  const cursor = await readDeliveryCursor({ knex, credentialId: app.id });
  if (!cursor) {
    // Everything is about to be read anyway.
    return saveCursor();
  }
  if (before.getTime() - cursor.getTime() > KEPT_MS) {
    await reconcileHost({
      ...options,
      host,
      reason: `deliveries were last looked through at ${cursor.toISOString()}, and GitHub does not keep them for so long`,
    });
    return saveCursor();
  }
  const client = await github.forPlugin('github').client({
    url: app.webUrl,
    as: { app: app.id },
    priority: 'background',
  });
  const { deliveries, complete } = await listDeliveries({
    client,
    since: new Date(cursor.getTime() - OVERLAP_MS),
  });
  const missed = await missedOf({ deliveries, ledger });
  if (missed.length > 0) {
    await repairMissed({ ...options, client, host, missed });
  }
  if (!complete) {
    await reconcileHost({
      ...options,
      host,
      reason: 'more webhooks failed than can be looked through',
    });
  }
  return saveCursor();
}
