import { ServiceUnavailableError } from '@backstage/errors';
import type { EntityIndex } from '../index/EntityIndex';
import type { BodyReader } from './BodyReader';

/** So often a question is asked when the bodies are of a later state each time. */
const MOST_ATTEMPTS = 5;

/**
 * Evaluates a question, and reads the bodies of the slots that the answer names; `null` for `null`. When the database has moved
 * on in between, the index catches up and the question is evaluated again, so that answer and bodies are of one state. Throws
 * `ServiceUnavailableError` when that never works out.
 */
export async function readBodies<
  TAnswer extends { slots: (number | null)[] },
>(options: {
  evaluate: (index: EntityIndex) => TAnswer;
  index: () => EntityIndex;
  bodies: BodyReader;
  catchUp: () => Promise<void>;
}): Promise<{ answer: TAnswer; bodies: (string | null)[] }> {
  for (let attempt = 1; ; attempt++) {
    const index = options.index();
    const answer = options.evaluate(index);
    const present = answer.slots.filter(slot => slot !== null);
    const read =
      present.length > 0
        ? await options.bodies.read(present.map(slot => index.entityAt(slot)))
        : [];
    const isWhole = read.every(body => body !== undefined);
    if (isWhole) {
      const rest = read.values();
      return {
        answer,
        bodies: answer.slots.map(slot =>
          slot === null ? null : rest.next().value ?? null,
        ),
      };
    }
    if (attempt === MOST_ATTEMPTS)
      throw new ServiceUnavailableError(
        'The catalog is changing too fast to be read, try again',
      );
    await options.catchUp();
  }
}
