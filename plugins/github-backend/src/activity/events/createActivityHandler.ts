import type { ActivityEvent } from '../../events/createEventHandler';
import { ownerOfPayload } from '../../events/payloads/ownerOfPayload';
import type { Heard } from '../answers/createHeard';
import type { AnswerStore } from '../store/AnswerStore';
import { ALL_TOPICS } from './ALL_TOPICS';
import { applyJob, applyRun } from './applyBuilds';
import { topicsOf } from './topicsOf';

/** Others may see a repository now, or it is another one. */
const GONE = new Set(['deleted', 'privatized', 'renamed', 'transferred']);
/** Home pages are of an owner as a whole. */
const OF_OWNER = new Set(['pulls', 'checks']);

/**
 * Keeps what is kept true to GitHub's events: what an event brings is put in, and what it only tells of is marked, so that the next who wants
 * it asks. Duplicates and any order end the same. Throws where the database fails, so that the event comes again.
 */
export function createActivityHandler(options: {
  store: AnswerStore;
  heard: Heard;
  now: () => Date;
}) {
  const { store, heard, now } = options;

  return {
    async onActivityEvent({ event, payload, host }: ActivityEvent) {
      const raw = payload as any;
      const owner = ownerOfPayload(payload);
      const at = now().getTime();
      if (!owner) return;
      heard.note({ host, owner });
      const name = raw?.repository?.name;
      if (event.startsWith('installation')) {
        // What it may see is other than it was.
        await store.forget({ host, repository: `${owner}/*`.toLowerCase() });
        return;
      }
      if (typeof name !== 'string') return;
      const repository = `${owner}/${name}`.toLowerCase();
      if (event === 'repository' && GONE.has(raw.action)) {
        for (const each of namesOf({ raw, owner, name })) {
          await store.forget({ host, repository: each });
        }
      }
      if (event === 'workflow_run' && raw.workflow_run) {
        const events = ['workflow_job'];
        const hasJobEvents = await heard.all({ host, owner, events });
        await applyRun({
          ...{ store, host, repository, at, hasJobEvents },
          run: raw.workflow_run,
        });
        const isKnown = await knowsWorkflow({
          ...{ store, host, repository },
          id: raw.workflow_run.workflow_id,
        });
        if (!isKnown) {
          const topics = ['workflows'];
          await store.mark({ host, repository, topics, at });
        }
      }
      if (event === 'workflow_job' && raw.workflow_job) {
        const job = raw.workflow_job;
        await applyJob({ store, host, repository, at, job });
      }
      const topics = topicsOf(event, raw);
      if (topics.length > 0) {
        await store.mark({ host, repository, topics, at });
      }
      const ofOwner = topics.filter(topic => OF_OWNER.has(topic));
      if (ofOwner.length > 0) {
        const whole = `${owner}/*`.toLowerCase();
        await store.mark({ host, repository: whole, topics: ofOwner, at });
      }
    },

    /** Events were lost, and it is not known what they said. */
    async onLost(which: {
      host: string;
      repository?: { owner: string; name: string };
      /** Of the host. */
      owners?: string[];
    }) {
      const { host, repository, owners = [] } = which;
      const at = now().getTime();
      if (repository) {
        const { owner, name } = repository;
        for (const each of [name, '*']) {
          await store.mark({
            ...{ host, at, topics: ALL_TOPICS },
            repository: `${owner}/${each}`.toLowerCase(),
          });
        }
        return;
      }
      for (const owner of owners) {
        await store.forget({ host, repository: `${owner}/*`.toLowerCase() });
      }
    },
  };
}

/** The name that a repository has, and those that it had. */
function namesOf(options: { raw: any; owner: string; name: string }): string[] {
  const { raw, owner, name } = options;
  const oldName = raw.changes?.repository?.name?.from;
  const from = raw.changes?.owner?.from;
  const oldOwner = from?.organization?.login ?? from?.user?.login;
  const names = [`${owner}/${name}`];
  if (oldName) names.push(`${owner}/${oldName}`);
  if (oldOwner) names.push(`${oldOwner}/${name}`);
  return names.map(each => each.toLowerCase());
}

async function knowsWorkflow(options: {
  store: AnswerStore;
  host: string;
  repository: string;
  id: number;
}): Promise<boolean> {
  const { store, host, repository, id } = options;
  const key = { host, repository, what: 'workflows' };
  const { answer } = await store.read({ ...key, topics: [] });
  if (answer?.state !== 'answered') return true;
  const { value } = JSON.parse(answer.body);
  return value.some((workflow: { id: number }) => workflow.id === id);
}
