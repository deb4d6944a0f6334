import { InputError } from '@backstage/errors';
import { isScalar, isSeq, Node, parseDocument, visit } from 'yaml';

const CORE_TAG = 'tag:yaml.org,2002:';

/**
 * Parses `mkdocs.yml` as plain data. A value with a tag that is not YAML's own (`!!python/name:…`,
 * `!ENV`, `!relative`) is dropped and named: nothing is looked up, called or read from the
 * environment.
 *
 * @throws InputError with line and column when the text is no YAML mapping.
 */
export function parseMkdocsYaml(options: { text: string; file: string }): {
  values: Record<string, unknown>;
  droppedTags: string[];
} {
  const { text, file } = options;
  const document = parseDocument(text, { merge: true, logLevel: 'error' });
  const [error] = document.errors;
  if (error) {
    throw new InputError(`${file} is not valid YAML: ${error.message.trim()}`);
  }

  const droppedTags = new Set<string>();
  visit(document, {
    Node(key, node: Node) {
      const { tag } = node as { tag?: string };
      if (!tag || isCoreTag(tag)) {
        return undefined;
      }
      if (tag === '!include' && isScalar(node)) {
        // The plugin monorepo takes it with and without quotes.
        return document.createNode(`!include ${node.value}`);
      }
      droppedTags.add(tag.replace(CORE_TAG, '!!'));
      const fallback = envFallback(node);
      // A key cannot be dropped without its value, so it stays as an unknown name.
      return key === 'key' ? undefined : document.createNode(fallback);
    },
  });

  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new InputError(`${file} cannot be read: ${(cause as Error).message}`);
  }
  if (values === null || values === undefined) {
    return { values: {}, droppedTags: [...droppedTags] };
  }
  if (typeof values !== 'object' || Array.isArray(values)) {
    throw new InputError(`${file} must be a mapping such as 'site_name: Docs'`);
  }
  return {
    values: values as Record<string, unknown>,
    droppedTags: [...droppedTags],
  };
}

function isCoreTag(tag: string): boolean {
  return tag.startsWith(CORE_TAG) && !tag.startsWith(`${CORE_TAG}python/`);
}

/** `!ENV [NAME, default]` keeps its default; the variable itself is never read. */
function envFallback(node: Node): unknown {
  const { tag } = node as { tag?: string };
  if (tag !== '!ENV' || !isSeq(node) || node.items.length < 2) {
    return null;
  }
  const last = node.items[node.items.length - 1];
  return isScalar(last) ? last.value : null;
}
