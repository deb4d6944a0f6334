import type { OrganisationKey } from '../store/KnownOrganisation';
import type { Question } from './askAbout';
import { mergeQuestions } from './createQuestionQueue';
import { keyOf } from './keyOf';
import type { PeopleParts } from './PeopleParts';
import { reconcileOrganisation } from './reconcileOrganisation';

/** Reads organisations, each once at a time. */
export interface Reconciler {
  reconcile(key: OrganisationKey): Promise<void>;
  isReading(key: OrganisationKey): boolean;
  /** A question was answered; where the organisation is being read meanwhile it is asked again afterwards, since that may be older. */
  answered(options: { key: OrganisationKey; question: Question }): void;
  /** Who is told to ask again. */
  onAgain(
    listener: (options: { key: OrganisationKey; question: Question }) => void,
  ): void;
}

export function createReconciler(options: { parts: PeopleParts }): Reconciler {
  const { parts } = options;
  let askAgain: Parameters<Reconciler['onAgain']>[0] = () => {};
  const reading = new Map<string, Promise<void>>();
  const meanwhile = new Map<string, Question>();

  async function read(key: OrganisationKey) {
    const id = keyOf(key);
    try {
      await reconcileOrganisation({ parts, ...key });
    } finally {
      reading.delete(id);
      const question = meanwhile.get(id);
      meanwhile.delete(id);
      if (question) askAgain({ key, question });
    }
  }

  return {
    onAgain(listener) {
      askAgain = listener;
    },
    reconcile(key) {
      const id = keyOf(key);
      const begun = reading.get(id) ?? read(key);
      reading.set(id, begun);
      return begun;
    },
    isReading: key => reading.has(keyOf(key)),
    answered({ key, question }) {
      const id = keyOf(key);
      if (reading.has(id)) {
        meanwhile.set(id, mergeQuestions(meanwhile.get(id), question));
      }
    },
  };
}
