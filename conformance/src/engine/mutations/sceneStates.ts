import { createHash } from 'node:crypto';
import type { State } from '../harness/dumpState';
import type { Scene } from './Scene';

/** The part of a catalog's state that belongs to each sequence, by the sequence's id: lines of text, sorted. */
export function sceneStates(
  state: State,
  scenes: Scene[],
): Map<string, string[]> {
  const names = locationNames(scenes);
  const result = new Map(
    scenes.map(scene => [scene.id, [] as string[]] as const),
  );
  const lines = toLines(state).map(line => withNames(line, names));
  addToScenes({ states: result, lines });
  return result;
}

/** The names of the entities of registered locations, and names that say which sequence and file each belongs to. */
export function locationNames(scenes: Scene[]): Map<string, string> {
  return new Map(
    scenes.flatMap(scene =>
      (['one.yaml', 'two.yaml', 'three.yaml'] as const).map(file => {
        const url = scene.url(file);
        const hash = createHash('sha1').update(`url:${url}`).digest('hex');
        return [`generated-${hash}`, `generated-for-${scene.id}/${file}`];
      }),
    ),
  );
}

export function withNames(text: string, names: Map<string, string>): string {
  return text.replace(
    /generated-[0-9a-f]{40}/g,
    name => names.get(name) ?? name,
  );
}

/** Adds to each sequence the lines that name it. */
export function addToScenes(options: {
  states: Map<string, string[]>;
  lines: string[];
}) {
  for (const line of options.lines) {
    const [id] = /seq\d{3}/.exec(line) ?? [];
    if (id) {
      options.states.get(id)?.push(line.replaceAll(id, 'seq'));
    }
  }
}

function toLines(state: State): string[] {
  return [
    ...Object.entries(state.entities).map(
      ([ref, entity]) => `entity ${ref} ${JSON.stringify(sortKeys(entity))}`,
    ),
    ...Object.entries(state.refreshState).map(
      ([ref, row]) => `row ${ref} ${JSON.stringify(row)}`,
    ),
    ...state.references.map(reference => `reference ${reference}`),
    ...state.locations.map(location => `location ${location}`),
  ];
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
