import type { Entity } from '@backstage/catalog-model';
import { growTo } from './growTo';
import { searchLimits } from './searchLimits';
import type { Columns } from './Columns';
import { PathTree, type Place } from './PathTree';
import { toSearchRows } from './toSearchRows';
import type { TermDictionary } from './TermDictionary';
import { visitSearchRows } from './visitSearchRows';

/**
 * Turns entities into their terms, by the rules of `toSearchRows` but without making rows. Keys that differ in nothing but case
 * count as the same key: the writing side refuses such entities, and the index must cope with any that are there.
 */
export class RowCollector {
  private found = new Int32Array(64);
  private length = 0;
  /** By column: the path of this run that came to it first, and the number of the run. */
  private paths: string[] = [];
  private runs = new Int32Array(64);
  private run = 0;
  private foundTwins = false;
  private tree = new PathTree();

  constructor(
    private readonly parts: { columns: Columns; terms: TermDictionary },
    /** Called with each term that was not in the dictionary before. */
    private readonly onNewTerm: (term: number) => void,
  ) {}

  /** Distinct terms, ascending. The array is used again by the next call. */
  collect(entity: Entity): Int32Array {
    this.length = 0;
    this.run++;
    this.foundTwins = false;
    visitSearchRows({ entity, tree: this.tree, visit: this.visit });
    const sorted = this.found.subarray(0, this.length).sort();
    let distinct = 0;
    for (let i = 0; i < sorted.length; i++)
      if (i === 0 || sorted[i] !== sorted[distinct - 1])
        sorted[distinct++] = sorted[i];
    return sorted.subarray(0, distinct);
  }

  /** The same, for an entity that is about to be written: throws an `InputError` when two of its keys differ in nothing but case. */
  collectStrictly(entity: Entity): Int32Array {
    const terms = this.collect(entity);
    // Knows what to say.
    if (this.foundTwins) toSearchRows(entity);
    return terms;
  }

  /** To be called when columns or terms have been renumbered. */
  forgetNumbers(): void {
    this.tree = new PathTree();
  }

  private noteTwin(column: number, path: string): void {
    this.runs = growTo(this.runs, column + 1);
    if (this.runs[column] !== this.run) {
      this.runs[column] = this.run;
      this.paths[column] = path;
    } else if (this.paths[column] !== path) {
      this.foundTwins = true;
    }
  }

  private readonly visit = (place: Place, value: unknown): void => {
    if (place.key.length > searchLimits.keyLength) return;
    if (!place.hasColumn) place.column = this.parts.columns.intern(place.key);
    this.noteTwin(place.column, place.path);
    const term = this.termOf(place, value);
    if (this.parts.terms.hasTwin(term) && this.hasTwinOf(term)) return;
    this.found = growTo(this.found, this.length + 1);
    this.found[this.length++] = term;
  };

  private termOf(place: Place, value: unknown): number {
    if (value === null || value === undefined) {
      return this.intern(place, null, null);
    }
    const original = String(value);
    const remembered = place.recall(original);
    if (remembered !== undefined) return remembered;
    const lower = original.toLowerCase();
    if (lower.length > searchLimits.valueLength) {
      return this.intern(place, null, null);
    }
    const term = this.intern(place, original, lower);
    place.remember(original, term);
    return term;
  }

  private intern(
    place: Place,
    original: string | null,
    lower: string | null,
  ): number {
    const { terms } = this.parts;
    const known = terms.size;
    const term = terms.intern(place.column, original, lower);
    if (term === known) this.onNewTerm(term);
    return term;
  }

  /** Whether the entity has the lower-case value already: then the first original value stands. */
  private hasTwinOf(term: number): boolean {
    const { terms } = this.parts;
    for (let i = 0; i < this.length; i++) {
      const other = this.found[i];
      if (
        terms.column[other] === terms.column[term] &&
        terms.sameLower(other, term)
      )
        return true;
    }
    return false;
  }
}
