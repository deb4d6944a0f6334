import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Octokit } from 'octokit';
import type { KnownRepository, MirrorView } from '../../store/MirrorView';
import type { GithubMirror } from '../../sync/GithubMirror';
import type { GithubEvent, Handled } from '../createEventHandler';
import type { DeliveryLedger } from '../DeliveryLedger';
import { isMirrorEvent, type HandledEvent } from '../handledEvents';
import type { ListedDelivery } from './listDeliveries';

/** Each costs a request; what is beyond is told by its repository alone. */
const MOST_READ = 50;

export interface RepairOptions {
  client: Octokit;
  host: string;
  mirror: Pick<GithubMirror, 'hint' | 'reconcile' | 'organisations'>;
  view: Pick<MirrorView, 'repositoriesOf'>;
  ledger: DeliveryLedger;
  handle: (event: GithubEvent) => Promise<Handled>;
  /** Something has changed, and it is not known what: in a repository, or anywhere at a host. */
  onLost?: (which: {
    host: string;
    repository?: { owner: string; name: string };
  }) => Promise<void>;
  logger: LoggerService;
}

/**
 * Makes up for deliveries that did not get here. GitHub still has what it sent, and that is handled as if it had arrived; where it has not,
 * or there are many, the mirror asks about the repository, and where that is not known runs through all.
 */
export async function repairMissed(
  options: RepairOptions & { missed: ListedDelivery[] },
): Promise<void> {
  const { missed, host, mirror, ledger, logger } = options;
  logger.info(
    `${missed.length} webhooks of ${host} did not get here; what they said is made up for`,
  );
  // As they happened.
  const inOrder = [...missed].reverse();
  const left: ListedDelivery[] = [];
  for (const [index, delivery] of inOrder.entries()) {
    if (index >= MOST_READ || !(await handleAgain({ ...options, delivery }))) {
      left.push(delivery);
    }
  }
  if (left.length === 0) {
    return;
  }
  const known = await repositoriesById(options);
  const isKnown = ({ repositoryId }: ListedDelivery) =>
    repositoryId !== undefined && known.has(repositoryId);
  for (const { repositoryId } of left.filter(isKnown)) {
    const repository = known.get(repositoryId!)!;
    await options.onLost?.({ host, repository });
  }
  const mirrored = left.filter(({ event }) => isMirrorEvent(event));
  await mirror.hint(
    mirrored.filter(isKnown).map(delivery => {
      const { owner, name, id } = known.get(delivery.repositoryId!)!;
      return {
        host,
        owner,
        name,
        repositoryId: id,
        reason: 'missed-delivery',
        happenedAt: new Date(delivery.deliveredAt).toISOString(),
        ...(isDeletion(delivery) && { saysGone: true }),
      };
    }),
  );
  if (!left.every(isKnown)) await options.onLost?.({ host });
  if (!mirrored.every(isKnown)) {
    await reconcileHost({
      ...options,
      reason:
        'webhooks did not get here, and it is not known of which repositories',
    });
  }
  for (const { guid, event } of left) {
    await ledger.record({ deliveryId: guid, event, host, owner: '' });
  }
}

/** All that are mirrored of a host run through once. */
export async function reconcileHost(
  options: Pick<RepairOptions, 'host' | 'mirror' | 'onLost'> & {
    reason: string;
  },
): Promise<void> {
  const { host, mirror, reason } = options;
  await options.onLost?.({ host });
  for (const { host: at, organisation } of await mirror.organisations()) {
    if (at === host) {
      await mirror.reconcile({ host, organisation, reason });
    }
  }
}

async function handleAgain(
  options: RepairOptions & { delivery: ListedDelivery },
): Promise<boolean> {
  const { client, delivery, handle, logger } = options;
  const payload = await client
    .request('GET /app/hook/deliveries/{delivery_id}', {
      delivery_id: delivery.id,
    })
    .then(({ data }) => data.request.payload)
    .catch(error => {
      logger.debug(
        `Delivery ${delivery.guid} cannot be read: ${error.message}`,
      );
      return undefined;
    });
  if (!payload) {
    return false;
  }
  const handled = await handle({
    event: delivery.event as HandledEvent,
    payload,
    deliveryId: delivery.guid,
  });
  return handled === 'handled' || handled === 'known';
}

async function repositoriesById(
  options: Pick<RepairOptions, 'host' | 'mirror' | 'view'>,
): Promise<Map<number, KnownRepository>> {
  const { host, mirror, view } = options;
  const owners = (await mirror.organisations()).filter(
    organisation => organisation.host === host,
  );
  const repositories = await Promise.all(
    owners.map(({ organisation }) =>
      view.repositoriesOf({ host, owner: organisation }),
    ),
  );
  return new Map(
    repositories.flat().map(repository => [repository.databaseId, repository]),
  );
}

function isDeletion({ event, action }: ListedDelivery): boolean {
  return event === 'repository' && action === 'deleted';
}
