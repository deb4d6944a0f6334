import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RootGithubService } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import type { CatalogLink } from './catalog/CatalogLink';
import { entitiesOf } from './catalog/entities/entitiesOf';
import { locationsInCatalog } from './catalog/locationsInCatalog';
import type { GithubSettings } from './config/GithubSettings';
import { openDeliveryLedger } from './events/openDeliveryLedger';
import { withLagListener } from './freshness/withLagListener';
import { createGithubRepositories } from './github/createGithubRepositories';
import { startPeople } from './people/startPeople';
import type { GivenTransforms } from './people/transforms/peopleTransformsRef';
import { createMirrorStore } from './store/createMirrorStore';
import { viewWithRegistered } from './store/viewWithRegistered';
import {
  createGithubMirror,
  type RunningMirror,
} from './sync/createGithubMirror';
import { openWikiBook } from './wikis/known/openWikiBook';
import { entitiesWithWikis, viewWithWikis } from './wikis/known/withKnownWikis';

/** What reads GitHub and keeps it: people first, since owners of repositories are inferred from teams. */
export async function startMirror(options: {
  knex: Knex;
  settings: GithubSettings;
  github: RootGithubService;
  auth: AuthService;
  catalog: CatalogService;
  link: CatalogLink;
  transforms: GivenTransforms;
  scheduler: SchedulerService;
  logger: LoggerService;
  now: () => Date;
  /** A change has reached the catalog. */
  onLag(lag: { host: string; lagMs: number }): void;
}) {
  const { knex, link, now } = options;
  const random = Math.random;
  const store = withLagListener({
    ...options,
    store: createMirrorStore({ knex, now }),
  });
  const book = await openWikiBook({ knex, now });
  const github = options.github.forPlugin('github');
  const later: { mirror?: RunningMirror } = {};
  const starting = startPeople({
    ...{ ...options, github },
    onWritten: ({ host }) => later.mirror?.ownersMayDiffer(host),
  });
  const view = viewWithRegistered({
    ...options,
    view: viewWithWikis({ view: store.view, book }),
    organisations: store.organisations,
    people: starting,
  });
  // Locations are read from here on, also those that an earlier process has given.
  link.serve(view);
  const ledger = openDeliveryLedger({ knex, now });
  const repositories = createGithubRepositories({ ...options, github, random });
  const people = await starting;
  const mirror = createGithubMirror({
    ...options,
    ...{ github, random, repositories, store, people },
    owners: people,
    entitiesOf: entitiesWithWikis({ entitiesOf, book }),
    events: ledger,
    catalogHasAny: async entityRefs => {
      const { items } = await options.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials: await options.auth.getOwnServiceCredentials() },
      );
      return items.some(Boolean);
    },
    catalogLocations: async () => locationsInCatalog(options),
    teamsOf: people.teamsOf,
  });
  later.mirror = mirror;
  return { mirror, people, repositories, ledger, github, book, view };
}
