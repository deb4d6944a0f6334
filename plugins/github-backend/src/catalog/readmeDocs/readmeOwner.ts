import { parseAllDocuments } from 'yaml';

interface Owner {
  namespace: string;
  name: string;
}

/** Each entity of a descriptor asks, and some descriptors have thousands. */
const answers = new Map<string, Owner | undefined>();
const MAX_ANSWERS = 1000;

/**
 * Which Component of a descriptor has the README beside it as docs: the one that is called like the repository, else the first. Nobody where
 * the file has no Component, or cannot be read.
 *
 * @returns namespace and name, as the file has them; the namespace is `default` where it names none.
 */
export function readmeOwner(options: {
  /** The descriptor. */
  text: string;
  /** The blob's id, where it is known. Without it the text is read each time. */
  version?: string;
  /** The repository's name. */
  repository: string;
}): Owner | undefined {
  const { text, version, repository } = options;
  if (version === undefined) return findOwner({ text, repository });
  const key = `${repository} ${version}`;
  if (!answers.has(key)) {
    const [oldest] = answers.keys();
    if (answers.size >= MAX_ANSWERS) answers.delete(oldest);
    answers.set(key, findOwner({ text, repository }));
  }
  return answers.get(key);
}

function findOwner(options: {
  text: string;
  repository: string;
}): Owner | undefined {
  const { text, repository } = options;
  const components = parseAllDocuments(text, { logLevel: 'error' }).flatMap(
    document => {
      const { kind, metadata } = plainOf(document);
      return kind === 'Component' && typeof metadata?.name === 'string'
        ? [
            {
              namespace: String(metadata.namespace ?? 'default'),
              name: metadata.name,
            },
          ]
        : [];
    },
  );
  return (
    components.find(({ name }) => isSame(name, repository)) ?? components[0]
  );
}

/** GitHub does not tell names apart by case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function plainOf(document: { errors: unknown[]; toJSON(): any }): {
  kind?: unknown;
  metadata?: { name?: unknown; namespace?: unknown };
} {
  try {
    const value = document.errors.length === 0 ? document.toJSON() : undefined;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Aliases that expand without end; the catalog does not take the file either.
    return {};
  }
}
