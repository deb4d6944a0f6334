import { searchLimits } from './searchLimits';

/** What is in the entity but is not searched by its path; some of it comes in by another way. */
const SKIPPED_PATHS = new Set([
  'attachments',
  'relations',
  'status',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/** From so many different values on, a place does not remember their terms. */
const MOST_REMEMBERED_VALUES = 64;
const NO_COLUMN = -1;

/** A place in entities: the keys, or the strings in arrays, that lead to it. Two places may have the same path. */
export class Place {
  /** The path in lower case: the key that entities are found by. */
  readonly key: string;
  readonly isSkipped: boolean;
  /** For the index that the tree belongs to. */
  column = NO_COLUMN;
  private readonly below = new Map<string, Place>();
  private terms: Map<string, number> | undefined = new Map();

  constructor(
    /** The dotted path in its original case. */
    readonly path: string,
  ) {
    this.key = path.toLowerCase();
    this.isSkipped = SKIPPED_PATHS.has(path);
  }

  /** The place below this one that a key or an item leads to. */
  to(name: string): Place {
    const known = this.below.get(name);
    if (known) return known;
    const place = new Place(this.path ? `${this.path}.${name}` : name);
    // Longer ones are not searched, and may be anything.
    if (place.key.length <= searchLimits.keyLength) this.below.set(name, place);
    return place;
  }

  get hasColumn(): boolean {
    return this.column !== NO_COLUMN;
  }

  /** The term that a value had here before, if that is remembered. */
  recall(value: string): number | undefined {
    return this.terms?.get(value);
  }

  /** Kinds, types and owners come again and again; of names and descriptions there are too many. */
  remember(value: string, term: number): void {
    if (!this.terms) return;
    if (this.terms.size < MOST_REMEMBERED_VALUES) this.terms.set(value, term);
    else this.terms = undefined;
  }
}

/** The places that were come to so far. Walking along it costs a lookup a step, where joining keys would make a text at each. */
export class PathTree {
  readonly root = new Place('');
  readonly name = this.root.to('metadata').to('name');
  readonly namespace = this.root.to('metadata').to('namespace');
  readonly uid = this.root.to('metadata').to('uid');
  readonly relations = this.root.to('relations');
}
