import type { Ledger } from './Ledger';
import type { NodeState, ParentLink, RelationTriples } from './NodeState';

/** A relation as it stands in a final entity. */
export type FinalRelation = { type: string; targetRef: string };

/**
 * The ledger as it will be once a commit is through: changes are laid over it, and come into it only by `applyTo` after the
 * database has them.
 */
export class LedgerView {
  readonly #ledger: Ledger;
  readonly #changed = new Map<string, NodeState | undefined>();
  /** By source: the changed entities that emit relations of it. */
  readonly #originators = new Map<string, Set<string>>();
  /** By parent: the changed entities that have it. */
  readonly #children = new Map<ParentLink, Set<string>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get(entityRef: string): NodeState | undefined {
    return this.#changed.has(entityRef)
      ? this.#changed.get(entityRef)
      : this.#ledger.get(entityRef);
  }

  has(entityRef: string): boolean {
    return this.#changed.has(entityRef)
      ? this.#changed.get(entityRef) !== undefined
      : this.#ledger.has(entityRef);
  }

  isOrphan(entityRef: string): boolean {
    return this.parentsOf(entityRef).length === 0;
  }

  parentsOf(entityRef: string): readonly ParentLink[] {
    return this.#changed.has(entityRef)
      ? this.#changed.get(entityRef)?.parents ?? []
      : this.#ledger.parentsOf(entityRef);
  }

  childrenOf(parent: ParentLink): string[] {
    const children = this.#ledger
      .childrenOf(parent)
      .filter(child => !this.#changed.has(child));
    for (const child of this.#children.get(parent) ?? []) {
      if (this.parentsOf(child).includes(parent)) children.push(child);
    }
    return children;
  }

  set(state: NodeState): void {
    this.#changed.set(state.entityRef, state);
    for (const parent of state.parents) {
      addTo(this.#children, parent, state.entityRef);
    }
    for (let i = 0; i < state.relations.length; i += 3) {
      addTo(
        this.#originators,
        state.relations[i] || state.entityRef,
        state.entityRef,
      );
    }
  }

  setParents(entityRef: string, parents: readonly ParentLink[]): void {
    const state = this.get(entityRef);
    if (state) this.set({ ...state, parents });
  }

  /** Takes a node out, and it as a parent from its children. */
  delete(entityRef: string): void {
    const link: ParentLink = `entity:${entityRef}`;
    for (const child of this.childrenOf(link)) {
      this.setParents(
        child,
        this.parentsOf(child).filter(parent => parent !== link),
      );
    }
    this.#changed.set(entityRef, undefined);
  }

  /** About how many entities emit relations of this one. */
  countEmitters(source: string): number {
    return (
      this.#ledger.countOriginators(source) +
      (this.#originators.get(source)?.size ?? 0)
    );
  }

  /** Whether others than the entity itself emit relations of it. */
  hasOtherEmitters(source: string): boolean {
    if (this.#ledger.countOriginators(source) > 0) return true;
    const emitters = this.#originators.get(source);
    return (
      emitters !== undefined && emitters.size > (emitters.has(source) ? 1 : 0)
    );
  }

  /** All relations of an entity, whoever emits them: each once, by type, then target. */
  relationsOf(source: string): FinalRelation[] {
    const found = new Set<string>();
    const add = (type: string, target: string) =>
      found.add(`${type}\n${target}`);
    const emitters = new Set(this.#ledger.originatorsOf(source));
    emitters.add(source);
    for (const emitter of emitters) {
      if (!this.#changed.has(emitter)) {
        this.#ledger.forEachRelation(emitter, source, add);
      }
    }
    for (const emitter of this.#originators.get(source) ?? []) {
      const relations = this.#changed.get(emitter)?.relations ?? [];
      for (let i = 0; i < relations.length; i += 3) {
        if ((relations[i] || emitter) === source) {
          add(relations[i + 1], relations[i + 2]);
        }
      }
    }
    return Array.from(found)
      .sort()
      .map(key => {
        const at = key.indexOf('\n');
        return { type: key.slice(0, at), targetRef: key.slice(at + 1) };
      });
  }

  /** What the commit changes: the new state of a node, or `undefined` where it is gone. */
  changes(): ReadonlyMap<string, NodeState | undefined> {
    return this.#changed;
  }

  /** The nodes that stay or come, and whose parents are others than before. */
  parentChanges(): Map<
    string,
    { before: readonly ParentLink[]; after: readonly ParentLink[] }
  > {
    const changes = new Map();
    for (const [entityRef, state] of this.#changed) {
      if (!state) continue;
      // A reference that goes and comes back in one commit is another row.
      const isSameRow = this.#ledger.idOf(entityRef) === state.entityId;
      const before = isSameRow ? this.#ledger.parentsOf(entityRef) : [];
      const after = state.parents;
      if (
        before.length !== after.length ||
        before.some((parent, i) => parent !== after[i])
      ) {
        changes.set(entityRef, { before, after });
      }
    }
    return changes;
  }

  applyTo(ledger: Ledger): void {
    for (const [entityRef, state] of this.#changed) {
      if (!state) ledger.delete(entityRef);
    }
    for (const state of this.#changed.values()) {
      if (state) ledger.set(state);
    }
  }
}

/** The entities whose relations differ between two states of an emitter. */
export function relationSources(options: {
  entityRef: string;
  before: RelationTriples;
  after: RelationTriples;
}): Set<string> {
  const { entityRef, before, after } = options;
  if (before.length === 0) {
    return new Set(
      after.filter((_, i) => i % 3 === 0).map(s => s || entityRef),
    );
  }
  const keysOf = (triples: RelationTriples) => {
    const keys = new Map<string, string>();
    for (let i = 0; i < triples.length; i += 3) {
      const source = triples[i] || entityRef;
      keys.set(`${source}\n${triples[i + 1]}\n${triples[i + 2]}`, source);
    }
    return keys;
  };
  const old = keysOf(before);
  const now = keysOf(after);
  const sources = new Set<string>();
  for (const [key, source] of old) if (!now.has(key)) sources.add(source);
  for (const [key, source] of now) if (!old.has(key)) sources.add(source);
  return sources;
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V) {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
