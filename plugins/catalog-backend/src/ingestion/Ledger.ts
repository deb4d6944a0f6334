import type { NodeState, ParentLink } from './NodeState';

/** The ledger as plain data, for snapshots. `v8.serialize` writes it without looking at single entries. */
export type LedgerDump = {
  /** By number: every reference that occurs, and the id where there is such an entity, else an empty string. */
  refs: string[];
  entityIds: string[];
  providers: string[];
  types: string[];
  /** Number of a node, number of a parent. */
  parents: Int32Array;
  /** Number of the emitter; source, type and target by number. */
  relations: Int32Array;
};

const NOTHING: readonly number[] = [];

/**
 * Who brought which entity in, and which relations each emits, in memory. Like the index it is derived: a copy of
 * `refresh_state_references` and `engine_entities`, kept up to date by commits. It answers what a commit has to know (what becomes
 * an orphan, whose relations change) without a query.
 *
 * Every reference that occurs has a number, also where no such entity exists; providers have negative ones.
 */
export class Ledger {
  readonly #numberOf = new Map<string, number>();
  readonly #refs: string[] = [];
  readonly #entityIds: (string | undefined)[] = [];
  readonly #numberOfId = new Map<string, number>();
  readonly #parents: (number | readonly number[] | undefined)[] = [];
  readonly #children = new Map<number, Set<number>>();
  readonly #providers: string[] = [];
  readonly #types: string[] = [];
  /** Source, type and target by number. */
  readonly #relations: (readonly number[] | undefined)[] = [];
  /** Entities other than the source itself that emit relations of it. */
  readonly #originators = new Map<number, Set<number>>();

  get size(): number {
    return this.#numberOfId.size;
  }

  get(entityRef: string): NodeState | undefined {
    const node = this.#numberOf.get(entityRef);
    const entityId = node === undefined ? undefined : this.#entityIds[node];
    if (node === undefined || entityId === undefined) return undefined;
    const relations: string[] = [];
    const numbers = this.#relations[node] ?? NOTHING;
    for (let i = 0; i < numbers.length; i += 3) {
      relations.push(
        numbers[i] === node ? '' : this.#refs[numbers[i]],
        this.#types[numbers[i + 1]],
        this.#refs[numbers[i + 2]],
      );
    }
    return {
      entityId,
      entityRef,
      parents: this.#parentsOf(node).map(parent => this.#link(parent)),
      relations,
    };
  }

  has(entityRef: string): boolean {
    const node = this.#numberOf.get(entityRef);
    return node !== undefined && this.#entityIds[node] !== undefined;
  }

  idOf(entityRef: string): string | undefined {
    const node = this.#numberOf.get(entityRef);
    return node === undefined ? undefined : this.#entityIds[node];
  }

  refOf(entityId: string): string | undefined {
    const node = this.#numberOfId.get(entityId);
    return node === undefined ? undefined : this.#refs[node];
  }

  /** The references of the entities that this one, or this provider, brought in. */
  childrenOf(parent: ParentLink): string[] {
    const number = this.#numberOfLink(parent);
    const children = number === undefined ? [] : this.#children.get(number);
    return [...(children ?? [])].map(child => this.#refs[child]);
  }

  parentsOf(entityRef: string): ParentLink[] {
    const node = this.#numberOf.get(entityRef);
    return node === undefined
      ? []
      : this.#parentsOf(node).map(parent => this.#link(parent));
  }

  entityIds(): string[] {
    return [...this.#numberOfId.keys()];
  }

  /** The names of all providers that have brought something in. */
  providerNames(): string[] {
    return this.#providers.filter(
      (_, index) => (this.#children.get(-1 - index)?.size ?? 0) > 0,
    );
  }

  /** Entities that exist and have no parent. */
  orphans(): string[] {
    const orphans: string[] = [];
    for (const node of this.#numberOfId.values()) {
      if (this.#parentsOf(node).length === 0) orphans.push(this.#refs[node]);
    }
    return orphans;
  }

  /** The entities that emit relations whose source is this one, itself left out. */
  originatorsOf(source: string): string[] {
    const node = this.#numberOf.get(source);
    const originators =
      node === undefined ? undefined : this.#originators.get(node);
    return originators ? Array.from(originators, n => this.#refs[n]) : [];
  }

  countOriginators(source: string): number {
    const node = this.#numberOf.get(source);
    return node === undefined ? 0 : this.#originators.get(node)?.size ?? 0;
  }

  /** Calls back with type and target of each relation of `source` that `originator` emits. */
  forEachRelation(
    originator: string,
    source: string,
    callback: (type: string, target: string) => void,
  ): void {
    const node = this.#numberOf.get(originator);
    const from = this.#numberOf.get(source);
    if (node === undefined || from === undefined) return;
    const numbers = this.#relations[node] ?? NOTHING;
    for (let i = 0; i < numbers.length; i += 3) {
      if (numbers[i] === from) {
        callback(this.#types[numbers[i + 1]], this.#refs[numbers[i + 2]]);
      }
    }
  }

  /** Puts a node in, or in the place of what it was. */
  set(state: NodeState): void {
    const node = this.#numberFor(state.entityRef);
    const oldId = this.#entityIds[node];
    if (oldId !== undefined && oldId !== state.entityId) {
      this.#numberOfId.delete(oldId);
    }
    this.#entityIds[node] = state.entityId;
    this.#numberOfId.set(state.entityId, node);
    this.#setParents(
      node,
      state.parents.map(link => this.#numberForLink(link)),
    );
    const relations: number[] = [];
    for (let i = 0; i < state.relations.length; i += 3) {
      relations.push(
        state.relations[i] === '' ? node : this.#numberFor(state.relations[i]),
        this.#numberForType(state.relations[i + 1]),
        this.#numberFor(state.relations[i + 2]),
      );
    }
    this.#setRelations(node, relations);
  }

  delete(entityRef: string): void {
    const node = this.#numberOf.get(entityRef);
    const entityId = node === undefined ? undefined : this.#entityIds[node];
    if (node === undefined || entityId === undefined) return;
    this.#setParents(node, NOTHING);
    this.#setRelations(node, NOTHING);
    for (const child of this.#children.get(node) ?? []) {
      this.#storeParents(
        child,
        this.#parentsOf(child).filter(parent => parent !== node),
      );
    }
    this.#children.delete(node);
    this.#numberOfId.delete(entityId);
    this.#entityIds[node] = undefined;
  }

  dump(): LedgerDump {
    const parents: number[] = [];
    const relations: number[] = [];
    for (const node of this.#numberOfId.values()) {
      for (const parent of this.#parentsOf(node)) parents.push(node, parent);
      const numbers = this.#relations[node] ?? NOTHING;
      for (let i = 0; i < numbers.length; i += 3) {
        relations.push(node, numbers[i], numbers[i + 1], numbers[i + 2]);
      }
    }
    return {
      refs: this.#refs,
      entityIds: this.#entityIds.map(id => id ?? ''),
      providers: this.#providers,
      types: this.#types,
      parents: Int32Array.from(parents),
      relations: Int32Array.from(relations),
    };
  }

  static load(dump: LedgerDump): Ledger {
    const ledger = new Ledger();
    dump.refs.forEach(ref => ledger.#numberFor(ref));
    dump.entityIds.forEach((id, node) => {
      if (id === '') return;
      ledger.#entityIds[node] = id;
      ledger.#numberOfId.set(id, node);
    });
    ledger.#providers.push(...dump.providers);
    ledger.#types.push(...dump.types);
    forEachNode(dump.parents, 1, (node, parents) =>
      ledger.#setParents(node, parents),
    );
    forEachNode(dump.relations, 3, (node, relations) =>
      ledger.#setRelations(node, relations),
    );
    return ledger;
  }

  #setParents(node: number, parents: readonly number[]) {
    for (const parent of this.#parentsOf(node)) {
      if (!parents.includes(parent)) {
        const siblings = this.#children.get(parent);
        siblings?.delete(node);
        if (siblings?.size === 0) this.#children.delete(parent);
      }
    }
    for (const parent of parents) {
      const siblings = this.#children.get(parent);
      if (siblings) siblings.add(node);
      else this.#children.set(parent, new Set([node]));
    }
    this.#storeParents(node, parents);
  }

  #storeParents(node: number, parents: readonly number[]) {
    // Nearly all nodes have exactly one parent: that needs no list.
    this.#parents[node] = parents.length === 1 ? parents[0] : parents;
  }

  #setRelations(node: number, relations: readonly number[]) {
    const before = this.#relations[node] ?? NOTHING;
    for (let i = 0; i < before.length; i += 3) {
      const source = before[i];
      if (source === node) continue;
      const originators = this.#originators.get(source);
      originators?.delete(node);
      if (originators?.size === 0) this.#originators.delete(source);
    }
    for (let i = 0; i < relations.length; i += 3) {
      const source = relations[i];
      if (source === node) continue;
      const originators = this.#originators.get(source);
      if (originators) originators.add(node);
      else this.#originators.set(source, new Set([node]));
    }
    this.#relations[node] = relations.length > 0 ? relations : undefined;
  }

  #parentsOf(node: number): readonly number[] {
    const parents = this.#parents[node];
    return typeof parents === 'number' ? [parents] : parents ?? NOTHING;
  }

  #link(parent: number): ParentLink {
    return parent < 0
      ? `provider:${this.#providers[-1 - parent]}`
      : `entity:${this.#refs[parent]}`;
  }

  #numberOfLink(link: ParentLink): number | undefined {
    if (link.startsWith('entity:')) {
      return this.#numberOf.get(link.slice('entity:'.length));
    }
    const provider = this.#providers.indexOf(link.slice('provider:'.length));
    return provider === -1 ? undefined : -1 - provider;
  }

  #numberForLink(link: ParentLink): number {
    const known = this.#numberOfLink(link);
    if (known !== undefined) return known;
    if (link.startsWith('entity:')) {
      return this.#numberFor(link.slice('entity:'.length));
    }
    this.#providers.push(link.slice('provider:'.length));
    return -this.#providers.length;
  }

  #numberFor(entityRef: string): number {
    let number = this.#numberOf.get(entityRef);
    if (number === undefined) {
      number = this.#refs.push(entityRef) - 1;
      this.#numberOf.set(entityRef, number);
      this.#entityIds.push(undefined);
      this.#parents.push(undefined);
      this.#relations.push(undefined);
    }
    return number;
  }

  #numberForType(type: string): number {
    const known = this.#types.indexOf(type);
    return known === -1 ? this.#types.push(type) - 1 : known;
  }
}

/** Calls back once a node with what follows it in entries of `1 + width` numbers; those of one node stand together. */
function forEachNode(
  numbers: Int32Array,
  width: number,
  callback: (node: number, values: number[]) => void,
) {
  let values: number[] = [];
  for (let i = 0; i < numbers.length; i += width + 1) {
    values.push(...numbers.subarray(i + 1, i + 1 + width));
    if (numbers[i + width + 1] !== numbers[i]) {
      callback(numbers[i], values);
      values = [];
    }
  }
}
