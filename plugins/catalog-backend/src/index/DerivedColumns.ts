import { Bitmap } from './Bitmap';
import { ColumnOrder, type ColumnOrderSnapshot } from './ColumnOrder';
import type { Columns } from './Columns';
import { ColumnText } from './ColumnText';
import type { Postings } from './Postings';
import { NO_TERM, type TermDictionary } from './TermDictionary';

/** What is smaller is built for every query anew: quickly done, and so nobody can fill the memory by asking for many keys. */
const LEAST_TERMS_TO_KEEP = 64;

/** The entities that have rows in a column. */
export type Presence = {
  /** With any value, null included. */
  any: Bitmap;
  /** With a value that is not null. */
  value: Bitmap;
  /** Whether an entity has several values that are not null. */
  several: boolean;
};

/** What queries need of a column beyond its terms: built when asked for, kept when large, brought up to date when asked again. */
export class DerivedColumns {
  private readonly orders = new Map<number, ColumnOrder>();
  private readonly texts = new Map<number, ColumnText>();
  private readonly presences = new Map<
    number,
    { version: number; presence: Presence }
  >();

  constructor(
    private readonly parts: {
      columns: Columns;
      terms: TermDictionary;
      postings: Postings;
    },
  ) {}

  order(column: number): ColumnOrder {
    const { columns, terms } = this.parts;
    const order = this.orders.get(column) ?? new ColumnOrder(terms, column);
    order.catchUp(columns.newestTerm[column], columns.termCount[column]);
    if (columns.termCount[column] >= LEAST_TERMS_TO_KEEP)
      this.orders.set(column, order);
    return order;
  }

  text(column: number): ColumnText {
    const { columns, terms } = this.parts;
    const text = this.texts.get(column) ?? new ColumnText(terms);
    text.catchUp(columns.newestTerm[column]);
    if (columns.termCount[column] >= LEAST_TERMS_TO_KEEP)
      this.texts.set(column, text);
    return text;
  }

  /** `slots` is how many slots the index has, in use or not. */
  presence(column: number, slots: number): Presence {
    const { columns, terms, postings } = this.parts;
    const version = columns.version[column];
    const known = this.presences.get(column);
    if (known?.version === version) return known.presence;

    const value = Bitmap.withRoomFor(slots);
    let valueRows = 0;
    let nullTerm = NO_TERM;
    for (
      let term = columns.newestTerm[column];
      term !== NO_TERM;
      term = terms.nextInColumn[term]
    ) {
      if (terms.isNull(term)) {
        nullTerm = term;
        continue;
      }
      postings.addTo(term, value);
      valueRows += postings.count(term);
    }
    let any = value;
    if (nullTerm !== NO_TERM && postings.count(nullTerm) > 0) {
      any = value.clone();
      postings.addTo(nullTerm, any);
    }
    const presence = { any, value, several: valueRows > value.count() };
    // A share of the rows for each bitmap: so all that are kept are no larger than the rows themselves.
    if (columns.rowCount[column] * 32 >= slots)
      this.presences.set(column, { version, presence });
    else this.presences.delete(column);
    return presence;
  }

  /** Moves the orders over to a rebuilt dictionary in which terms and columns have new numbers; -1 stands for gone. */
  renumbered(options: {
    parts: { columns: Columns; terms: TermDictionary; postings: Postings };
    newTerms: Int32Array;
    newColumns: Int32Array;
  }): DerivedColumns {
    const { parts, newTerms, newColumns } = options;
    const renumbered = new DerivedColumns(parts);
    const move = (list: Int32Array) =>
      list.map(term => newTerms[term]).filter(term => term !== -1);
    for (const oldColumn of this.orders.keys()) {
      const column = newColumns[oldColumn];
      if (column === -1) continue;
      const order = this.order(oldColumn);
      const byLower = move(order.byLower);
      renumbered.loadOrder({
        column,
        newest: parts.columns.newestTerm[column],
        byLower,
        byOriginal:
          order.byOriginal === order.byLower ? byLower : move(order.byOriginal),
      });
    }
    return renumbered;
  }

  dump(): ColumnOrderSnapshot[] {
    return Array.from(this.orders.values(), order => order.dump());
  }

  loadOrder(snapshot: ColumnOrderSnapshot): void {
    this.orders.set(
      snapshot.column,
      ColumnOrder.load(this.parts.terms, snapshot),
    );
  }
}
