import { validatePaths } from './validate';
import { FileOutcome, Outcome } from './toOutcomes';

/** Where `callboard validate` and the catalog judge differently. */
export type Disagreement = {
  file: string;
  /** An entity, or the file as a whole. */
  subject: string;
  catalog: Outcome;
  validate: 'accepts' | 'rejects';
  /** What the one that rejects says. */
  why: string;
  /** The reason that makes the difference a known one, or `unexplained`. */
  reason: KnownReason | 'unexplained';
};

/** Differences that are meant to be; the README says why. */
export type KnownReason =
  | 'a URL, which validate does not fetch'
  | '$openapi without the module'
  | 'twice in one file';

/**
 * Judges each file by itself and compares with what the catalog made of it. Entities that several files claim are left
 * out: which of the definitions the catalog judged is a matter of chance.
 */
export async function compareWithValidate(
  outcomes: FileOutcome[],
): Promise<Disagreement[]> {
  const disagreements: Disagreement[] = [];
  for (const { file, fileOutcome, messages, entities } of outcomes) {
    const { problems } = await validatePaths({ paths: [file] });
    const errors = problems.filter(({ level }) => level === 'error');
    const wholeFile = errors.filter(({ costs }) => costs === 'file');
    const say = (
      subject: string,
      catalog: { outcome: Outcome; messages: string[] },
      found: typeof errors,
    ) => {
      const rejects = found.length > 0;
      if (rejects === (catalog.outcome !== 'accepted')) {
        return;
      }
      const why = (rejects ? found.map(p => p.message) : catalog.messages).join(
        ' ',
      );
      disagreements.push({
        file,
        subject,
        catalog: catalog.outcome,
        validate: rejects ? 'rejects' : 'accepts',
        why,
        reason: reasonFor({ rejects, why, found }),
      });
    };

    say('the file', { outcome: fileOutcome, messages }, wholeFile);
    if (fileOutcome !== 'accepted' || wholeFile.length > 0) {
      continue;
    }
    for (const [ref, outcome] of Object.entries(entities)) {
      if (outcome.outcome !== 'conflict of name') {
        say(
          ref,
          outcome,
          errors.filter(({ entity }) => entity === ref),
        );
      }
    }
  }
  return disagreements;
}

function reasonFor(options: {
  rejects: boolean;
  why: string;
  found: { rule: string }[];
}): Disagreement['reason'] {
  const { rejects, why, found } = options;
  if (rejects) {
    return found.every(({ rule }) => rule === 'duplicate')
      ? 'twice in one file'
      : 'unexplained';
  }
  if (
    /Unable to read url|Placeholder \$\w+ could not read location https?:/.test(
      why,
    )
  ) {
    return 'a URL, which validate does not fetch';
  }
  return /\/spec\/definition must be string/.test(why)
    ? '$openapi without the module'
    : 'unexplained';
}
