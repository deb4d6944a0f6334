import { isMap, isScalar, parseAllDocuments, type YAMLMap } from 'yaml';

const ANNOTATION = 'backstage.io/techdocs-ref';

/** A descriptor that says where docs are. */
export type Annotated =
  | { outcome: 'changed'; text: string }
  /** It names docs already, and not the wiki. */
  | { outcome: 'there' }
  /** It is left as it is; somebody has to add the annotation. */
  | { outcome: 'not-understood'; reason: string };

/**
 * The text of a `catalog-info.yaml` with `backstage.io/techdocs-ref: dir:.` in its first component, in place of the wiki where that was named.
 * Everything else stays as it is written, comments as well.
 */
export function withDocsAnnotation(text: string): Annotated {
  const documents = parseAllDocuments(text);
  if (documents.some(({ errors }) => errors.length > 0)) {
    return notUnderstood('it is no valid YAML');
  }
  const component = documents.find(one => one.get('kind') === 'Component');
  const metadata = component?.get('metadata');
  if (!component || !isMap(metadata)) {
    return notUnderstood('it has no component');
  }
  const annotations = metadata.get('annotations');
  const named = isMap(annotations)
    ? annotations.get(ANNOTATION, true)
    : undefined;
  let changed: string | undefined;
  if (isScalar(named)) {
    if (!/\/wiki\/?$|\.wiki(?:\.git)?$/.test(String(named.value))) {
      return { outcome: 'there' };
    }
    changed = replaced({ text, at: named.range, by: 'dir:.' });
  } else if (isMap(annotations)) {
    changed = inserted({
      text,
      map: annotations,
      line: `${ANNOTATION}: dir:.`,
    });
  } else if (annotations === undefined) {
    changed = inserted({
      ...{ text, map: metadata },
      line: `annotations:\n  ${ANNOTATION}: dir:.`,
    });
  }
  return changed !== undefined && isAsMeant({ text, changed })
    ? { outcome: 'changed', text: changed }
    : notUnderstood('it is written in a way that cannot be changed safely');
}

function notUnderstood(reason: string): Annotated {
  return { outcome: 'not-understood', reason };
}

function replaced(options: {
  text: string;
  at?: [number, number, number] | null;
  by: string;
}): string | undefined {
  const { text, at, by } = options;
  return at ? text.slice(0, at[0]) + by + text.slice(at[1]) : undefined;
}

/** Lines in front of the first entry of a map that is written in lines. */
function inserted(options: {
  text: string;
  map: YAMLMap;
  line: string;
}): string | undefined {
  const { text, map, line } = options;
  const [first] = map.items;
  const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
  if (map.flow || start === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') return undefined;
  const lines = line.split('\n').join(`\n${indent}`);
  return `${text.slice(0, start)}${lines}\n${indent}${text.slice(start)}`;
}

/** Whether the annotation is all that differs. */
function isAsMeant(options: { text: string; changed: string }): boolean {
  const dataOf = (yaml: string) =>
    parseAllDocuments(yaml).map(document => document.toJS());
  const before = dataOf(options.text);
  const after = dataOf(options.changed);
  const component = before.find(one => one?.kind === 'Component');
  component.metadata.annotations = {
    ...component.metadata.annotations,
    [ANNOTATION]: 'dir:.',
  };
  return canonical(before) === canonical(after);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
