import type { KnownRepository } from '../../store/MirrorView';
import type { RepositoryHint } from '../../sync/RepositoryHint';
import type { EventHandlerOptions } from '../createEventHandler';
import type { MissedDeliveriesOptions } from '../missed/checkMissedDeliveries';
import { eventSettings } from './eventSettings';

/** What a handler of events is made with, whose mirror and catalog only write down what they are told. */
export function recordMirror(options: {
  host: string;
  settings?: EventHandlerOptions['settings'];
}) {
  const { host, settings = eventSettings({ host }) } = options;
  const hints: RepositoryHint[] = [];
  const reconciled: string[] = [];
  const refreshed: string[] = [];
  const scm: unknown[] = [];
  const people: string[] = [];
  const wikis: string[] = [];
  const known = new Map<string, KnownRepository>();
  const failures: Error[] = [];
  const sinks: ((hints: RepositoryHint[]) => Promise<void>)[] = [];
  return {
    hints,
    reconciled,
    refreshed,
    scm,
    people,
    wikis,
    /** By the address of the repository. */
    known,
    /** Thrown by the next hints, one each. */
    failures,
    /** Get the hints too, and are waited for. */
    sinks,
    parts: {
      settings,
      mirror: {
        async hint(given: RepositoryHint[]) {
          const failure = failures.shift();
          if (failure) throw failure;
          for (const sink of sinks) await sink(given);
          hints.push(...given);
        },
        async reconcile({ organisation, reason }) {
          reconciled.push(`${organisation}: ${reason}`);
        },
        organisations: async () => [{ host, organisation: 'acme' }],
      },
      view: {
        repositoryAt: async ({ url }) => known.get(url),
        repositoriesOf: async () => [...known.values()],
      },
      link: {
        connectionOf: async () => ({
          applyMutation: async () => undefined,
          async refresh({ keys }) {
            refreshed.push(...keys);
          },
        }),
      },
      scmEvents: {
        async publish(events) {
          scm.push(...events);
        },
      },
      async onPeopleEvent({ name, payload }) {
        people.push(`${name}.${(payload as { action: string }).action}`);
      },
      async onWikiEvent({ owner, name }) {
        wikis.push(`${owner}/${name}`);
      },
    } satisfies Omit<
      EventHandlerOptions & Pick<MissedDeliveriesOptions, 'mirror' | 'view'>,
      'ledger' | 'hostOf' | 'logger'
    >,
  };
}
