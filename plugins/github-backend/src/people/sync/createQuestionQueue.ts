import type { LoggerService } from '@backstage/backend-plugin-api';
import type { OrganisationKey } from '../store/KnownOrganisation';
import type { Question } from './askAbout';
import { keyOf } from './keyOf';

/** Questions that wait, one for each organisation however many ask. */
export interface QuestionQueue {
  /** Asked at once where nothing is being asked about the organisation, else together with all others as soon as that is answered. */
  add(options: { key: OrganisationKey; question: Question }): void;
  settled(): Promise<void>;
}

/** What goes wrong is logged, and made good by the next scheduled run. */
export function createQuestionQueue(options: {
  ask(options: { key: OrganisationKey; question: Question }): Promise<void>;
  logger: LoggerService;
}): QuestionQueue {
  const { ask, logger } = options;
  const waiting = new Map<string, Question>();
  const running = new Map<string, Promise<void>>();

  async function drain(key: OrganisationKey) {
    const id = keyOf(key);
    for (let question = waiting.get(id); question; question = waiting.get(id)) {
      waiting.delete(id);
      try {
        await ask({ key, question });
      } catch (error) {
        logger.warn(
          `An event about people of ${key.organisation} (${
            key.host
          }) could not be followed up; the next scheduled run does: ${
            (error as Error).message
          }`,
        );
      }
    }
    running.delete(id);
  }

  return {
    add({ key, question }) {
      const id = keyOf(key);
      waiting.set(id, mergeQuestions(waiting.get(id), question));
      if (!running.has(id)) running.set(id, drain(key));
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

/** Both in one. GitHub does not tell capital letters apart. */
export function mergeQuestions(
  one: Question | undefined,
  other: Question,
): Question {
  const lower = (names: Iterable<string>) =>
    [...names].map(name => name.toLowerCase());
  return {
    logins: new Set([...(one?.logins ?? []), ...lower(other.logins)]),
    slugs: new Set([...(one?.slugs ?? []), ...lower(other.slugs)]),
    isOutside: Boolean(one?.isOutside) || other.isOutside,
  };
}
