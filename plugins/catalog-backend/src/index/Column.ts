import type { Bitmap } from './Bitmap';
import type { ColumnOrder } from './ColumnOrder';
import type { Columns } from './Columns';
import type { ColumnText } from './ColumnText';
import type { DerivedColumns, Presence } from './DerivedColumns';
import type { Postings } from './Postings';
import { NO_TERM, type TermDictionary } from './TermDictionary';
import { Utf8Scratch } from './Utf8Scratch';

const scratch = new Utf8Scratch();

/** One key's values, for queries. To be used at once: it is of no use after the index has changed. */
export class Column {
  constructor(
    private readonly parts: {
      columns: Columns;
      terms: TermDictionary;
      postings: Postings;
      derived: DerivedColumns;
      /** How many slots the index has, in use or not. */
      slots: number;
    },
    readonly id: number,
  ) {}

  /** How many terms there are, those that no entity has any more included. */
  get termCount(): number {
    return this.parts.columns.termCount[this.id];
  }

  /** How many (entity, value) pairs there are. */
  get rowCount(): number {
    return this.parts.columns.rowCount[this.id];
  }

  /** All terms but null, sorted. */
  get order(): ColumnOrder {
    return this.parts.derived.order(this.id);
  }

  /** All values but null as text. */
  get text(): ColumnText {
    return this.parts.derived.text(this.id);
  }

  /** Not to be changed by the caller. */
  get presence(): Presence {
    return this.parts.derived.presence(this.id, this.parts.slots);
  }

  /** All terms, null included, in no particular order. */
  *terms(): Iterable<number> {
    const { columns, terms } = this.parts;
    for (
      let term = columns.newestTerm[this.id];
      term !== NO_TERM;
      term = terms.nextInColumn[term]
    )
      yield term;
  }

  /** Adds the entities with this lower-case value to a set. */
  addEqual(lower: string, set: Bitmap): void {
    const terms: number[] = [];
    this.parts.terms.findByLower({ column: this.id, lower, terms });
    for (const term of terms) this.parts.postings.addTo(term, set);
  }

  /** Adds the entities whose lower-case value begins so to a set. */
  addPrefix(prefix: string, set: Bitmap): void {
    const { order } = this;
    scratch.encode(prefix);
    const from = order.search(scratch.bytes, scratch.length);
    const to = order.searchAfterPrefix(scratch.bytes, scratch.length);
    for (let i = from; i < to; i++)
      this.parts.postings.addTo(order.byLower[i], set);
  }
}
