import { Entity, FieldFormatEntityPolicy } from '@backstage/catalog-model';
import type { SchemaFinding } from '@callboard/template-check';

const policy = new FieldFormatEntityPolicy();

const VALID: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'valid' },
};

/**
 * All fields of the envelope whose format Backstage's policy refuses: names, namespaces, labels, annotations, tags,
 * links. The policy stops at the first, so it is asked for each field by itself, in an entity that is otherwise valid.
 */
export async function formatFindings(entity: Entity): Promise<SchemaFinding[]> {
  const findings: SchemaFinding[] = [];
  const ask = async (
    path: string[],
    at: 'key' | 'value',
    candidate: Partial<Entity>,
  ) => {
    try {
      await policy.enforce({ ...VALID, ...candidate } as Entity);
    } catch (error) {
      findings.push({
        path,
        at,
        message: withoutLink((error as Error).message),
        remedy: remedyFor(path),
      });
    }
  };
  const askMetadata = (path: string[], at: 'key' | 'value', metadata: object) =>
    ask(['metadata', ...path], at, {
      metadata: { ...VALID.metadata, ...metadata } as Entity['metadata'],
    });

  const { metadata } = entity;
  await ask(['apiVersion'], 'value', { apiVersion: entity.apiVersion });
  await ask(['kind'], 'value', { kind: entity.kind });
  await askMetadata(['name'], 'value', { name: metadata.name });
  if (metadata.namespace !== undefined) {
    await askMetadata(['namespace'], 'value', {
      namespace: metadata.namespace,
    });
  }
  for (const field of ['labels', 'annotations'] as const) {
    for (const [key, value] of Object.entries(metadata[field] ?? {})) {
      await askMetadata([field, key], 'key', { [field]: { [key]: value } });
    }
  }
  for (const [index, tag] of listOf(metadata.tags)) {
    await askMetadata(['tags', index], 'value', { tags: [tag] });
  }
  for (const [index, link] of listOf(metadata.links)) {
    await askMetadata(['links', index], 'value', { links: [link] });
  }
  return findings;
}

function listOf(value: unknown): [string, unknown][] {
  return Array.isArray(value) ? Object.entries(value) : [];
}

/** The policy ends each message with a link to an architecture decision; the index in it is that of our single item. */
function withoutLink(message: string): string {
  return message
    .replace(/ To learn more about catalog file format.*$/s, '')
    .replace(/^"(tags|links)\.0/, '"$1');
}

function remedyFor(path: string[]): string {
  const [, field] = path;
  switch (field) {
    case 'name':
      return 'Choose a name of letters, digits, - _ and . that starts and ends with a letter or digit; put the spelled-out one into metadata.title.';
    case 'namespace':
      return 'Use lower-case letters, digits and -, at most 63 of them.';
    case 'tags':
      return 'Write tags in lower case, with - between words.';
    case 'labels':
      return 'Shorten the label, or make it an annotation, whose value may be any text.';
    case 'annotations':
      return 'Write the key as [prefix/]name, the prefix a DNS name in lower case, and the value as a string.';
    case 'links':
      return 'Give each link a url with its scheme, such as https://example.com, and leave out an empty title or icon.';
    default:
      return 'See the descriptor format of the Backstage catalog.';
  }
}
