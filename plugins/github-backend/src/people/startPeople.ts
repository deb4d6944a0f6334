import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import type { CatalogLink } from '../catalog/CatalogLink';
import type { PeopleSource } from '../config/GithubSettings';
import { createTeamAccess } from './access/createTeamAccess';
import { questionOf } from './events/questionOf';
import { createOwnerBook } from './owners/createOwnerBook';
import type { People } from './People';
import type { OrganisationKey } from './store/KnownOrganisation';
import { createPeopleStore } from './store/createPeopleStore';
import { acceptPlan } from './sync/acceptPlan';
import { askAbout } from './sync/askAbout';
import { createPublisher } from './sync/createPublisher';
import { createQuestionQueue } from './sync/createQuestionQueue';
import { covers } from './sync/covers';
import { createReconciler } from './sync/createReconciler';
import { findSources } from './sync/findSources';
import { forgetUnread } from './sync/forgetUnread';
import type { PeopleParts } from './sync/PeopleParts';
import { readStatus } from './sync/readStatus';
import { runSource } from './sync/runSource';
import { takeNotice } from './sync/takeNotice';
import type { GivenTransforms } from './transforms/peopleTransformsRef';

/**
 * Begins to mirror the people and teams of the configured sources: gives the catalog what is known from before, reads at each source's
 * schedule, and follows events. The database has the tables of `createPeopleStore`.
 */
export async function startPeople(options: {
  settings: PeopleParts['settings'];
  github: GithubService;
  link: CatalogLink;
  knex: Knex;
  scheduler: SchedulerService;
  /** What `githubPeopleModule` hands over: the service `peopleTransformsRef`. */
  transforms: GivenTransforms;
  logger: LoggerService;
  now: () => Date;
  /** What is known of an organisation was written, changed or not. */
  onWritten?: (key: OrganisationKey) => void;
}): Promise<People> {
  const { settings, github, link, knex, scheduler, transforms } = options;
  const { logger, now } = options;
  const stored = createPeopleStore({ knex });
  const store: typeof stored = {
    ...stored,
    known: {
      ...stored.known,
      async write(what) {
        await stored.known.write(what);
        options.onWritten?.(what);
      },
    },
  };
  const parts: PeopleParts = {
    ...{ settings, github, link, store, transforms, logger, now },
  };
  const access = createTeamAccess({ github, knex, logger, now });
  const owners = createOwnerBook({ knex, settings });
  const publisher = createPublisher({ parts });
  const work = new Set<Promise<void>>();

  const sourcesOf = (key: OrganisationKey) => findSources({ parts, key });
  const reconciler = createReconciler({ parts });
  const queue = createQuestionQueue({
    logger,
    async ask({ key, question }) {
      const sources = await sourcesOf(key);
      if (sources.length === 0) return;
      try {
        await askAbout({ parts, key, question });
      } catch (error) {
        // The next scheduled run has something to make good.
        await store.fingerprints.setRead(key);
        throw error;
      }
      reconciler.answered({ key, question });
      await Promise.all(sources.map(source => publisher.publish({ source })));
    },
  });
  reconciler.onAgain(queue.add);

  function inBackground(what: string, task: () => Promise<void>) {
    const running: Promise<void> = task()
      .catch((error: Error) => logger.error(`${what} failed`, error))
      .finally(() => work.delete(running));
    work.add(running);
  }

  const run = (which: {
    source: PeopleSource;
    isFirst: boolean;
    only?: string;
  }) => runSource({ parts, reconciler, publisher, ...which });

  await forgetUnread({ parts });
  for (const source of settings.people) {
    const { host, orgs, providerName: provider } = source;
    if (orgs?.length) {
      await store.given.setOrganisations({
        ...{ provider, host, organisations: orgs },
      });
    }
    let isFirst = true;
    inBackground(`Giving the catalog the people of ${source.id}`, () =>
      publisher.publish({ source }),
    );
    await scheduler.scheduleTask({
      ...source.schedule,
      id: `github-people:${source.id}`,
      async fn() {
        const first = isFirst;
        isFirst = false;
        await run({ source, isFirst: first });
      },
    });
  }

  async function reconcile(key: OrganisationKey & { reason: string }) {
    const { host, organisation, reason } = key;
    const sources = await sourcesOf(key);
    if (sources.length === 0) return;
    logger.info(`Reading the people of ${organisation} (${host}): ${reason}`);
    await reconciler.reconcile({ host, organisation });
    await Promise.all(sources.map(source => publisher.publish({ source })));
  }

  /** Also by sources that have not heard of the organisation. */
  async function find(key: OrganisationKey) {
    for (const source of settings.people) {
      if (covers(source, key)) {
        await run({ source, isFirst: false, only: key.organisation });
      }
    }
  }

  return {
    async onEvent(event) {
      const question = questionOf(event);
      if (!question) return;
      const { host } = event;
      const { organisation, logins, slugs } = question;
      const isOutside =
        question.isOutside &&
        settings.people.some(source => source.outsideCollaborators);
      const what = `Following an event of ${organisation}`;
      if (question.isAccess) await access.forget({ host, owner: organisation });
      if (question.isAll) {
        inBackground(what, () => find({ host, organisation }));
      }
      if (logins.length > 0 || slugs.length > 0 || isOutside) {
        queue.add({
          key: { host, organisation },
          question: {
            ...{ logins: new Set(logins), slugs: new Set(slugs), isOutside },
          },
        });
      }
    },
    async noticed(notice) {
      const { host, organisation } = notice;
      const what = `Following a change of the people of ${organisation}`;
      const todo = await takeNotice({ parts, reconciler, notice }).catch(
        (error: Error) => {
          logger.error(`${what} failed`, error);
          return 'nothing';
        },
      );
      if (todo === 'nothing') return;
      inBackground(what, async () => {
        if (todo === 'find') {
          await find({ host, organisation });
          return;
        }
        if (todo === 'again') {
          await reconciler.reconcile({ host, organisation });
        }
        const reason = 'how many they are, or a team, has changed';
        await reconcile({ host, organisation, reason });
      });
    },
    status: () => readStatus({ parts }),
    async accept({ planId, by }) {
      const accepted = await acceptPlan({
        ...{ parts, reconciler, planId, by },
      });
      const concerned = settings.people.filter(
        ({ host }) => host === accepted.host,
      );
      await Promise.all(concerned.map(source => publisher.publish({ source })));
      return accepted.plan;
    },
    reconcile,
    teamsOf: access.teamsOf,
    lacks: owners.lacks,
    ownersVersion: owners.version,
    async settled() {
      while (work.size > 0) await Promise.all(work);
      await queue.settled();
    },
  };
}
