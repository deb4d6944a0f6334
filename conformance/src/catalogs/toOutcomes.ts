import { createHash } from 'node:crypto';
import { CatalogConflict, CatalogErrors } from '../servers/catalogRecorder';
import type { IngestedEntity } from './ingest';

/**
 * - `accepted`: it is in the catalog.
 * - `rejected by rule`: a kind that the location may not bring.
 * - `rejected by schema`: not YAML, not an entity, not a valid one, or of a kind that nobody knows.
 * - `unreachable target`: a Location whose target, or an entity whose placeholder, cannot be read.
 * - `conflict of name`: another file claims the same entity. Which of them has it is a matter of chance.
 */
export type Outcome =
  | 'accepted'
  | 'rejected by rule'
  | 'rejected by schema'
  | 'unreachable target'
  | 'conflict of name';

/** What became of a file and of each entity in it. */
export type FileOutcome = {
  file: string;
  /** Of the file as a whole. A file that is rejected brings no entity at all. */
  fileOutcome: Outcome;
  /** Why, when it was rejected. */
  messages: string[];
  /** Of the entities of a file that was read, by reference. */
  entities: Record<string, { outcome: Outcome; messages: string[] }>;
};

/** Puts together, by file, what a catalog holds and what it said. */
export function toOutcomes(options: {
  files: string[];
  entities: IngestedEntity[];
  errors: CatalogErrors[];
  conflicts: CatalogConflict[];
}): FileOutcome[] {
  const { files, entities, errors, conflicts } = options;
  const contested = new Set(conflicts.map(({ entityRef }) => entityRef));
  const claims = conflicts.flatMap(conflict => [
    { ref: conflict.entityRef, location: conflict.newLocationKey },
    { ref: conflict.entityRef, location: conflict.existingLocationKey },
  ]);

  return files.map(file => {
    const location = `file:${file}`;
    const root = rootLocationRef(location);
    const rejected = errors.find(({ entity }) => entity === root);
    const outcome: FileOutcome = {
      file,
      fileOutcome: 'accepted',
      messages: [],
      entities: {},
    };
    if (rejected) {
      outcome.fileOutcome = classify(rejected);
      outcome.messages = messagesOf(rejected);
      return outcome;
    }
    for (const { ref } of entities.filter(
      entity => entity.location === location && entity.ref !== root,
    )) {
      outcome.entities[ref] = { outcome: 'accepted', messages: [] };
    }
    for (const error of errors.filter(
      e => e.location === location && e.entity !== root,
    )) {
      outcome.entities[error.entity] = {
        outcome: classify(error),
        messages: messagesOf(error),
      };
    }
    for (const { ref } of claims.filter(claim => claim.location === location)) {
      outcome.entities[ref] = { outcome: 'conflict of name', messages: [] };
    }
    for (const ref of Object.keys(outcome.entities)) {
      if (contested.has(ref)) {
        outcome.entities[ref] = { outcome: 'conflict of name', messages: [] };
      }
    }
    return outcome;
  });
}

function classify({ errors }: CatalogErrors): Outcome {
  if (errors.every(isUnreachable)) {
    return 'unreachable target';
  }
  return errors.some(
    ({ name, message }) =>
      name === 'NotAllowedError' && /not of an allowed kind/.test(message),
  )
    ? 'rejected by rule'
    : 'rejected by schema';
}

function isUnreachable({ name, message }: CatalogErrors['errors'][number]) {
  return (
    name === 'NotFoundError' ||
    /Unable to read url|does not exist$|Placeholder \$\w+ could not (read|form)/.test(
      message,
    )
  );
}

function messagesOf({ errors }: CatalogErrors): string[] {
  return [...new Set(errors.map(({ message }) => message))].sort();
}

/** The name that the catalog gives to the Location entity of a configured location. */
function rootLocationRef(location: string): string {
  const hash = createHash('sha1').update(location).digest('hex');
  return `location:default/generated-${hash}`;
}
