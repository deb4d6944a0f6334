/** The file in the PostgreSQL part of a backup that describes it. The rows lie beside it. */
export const DUMP_FILE = 'dump.json';

/** What a backup holds of a PostgreSQL database, apart from the rows. */
export interface PostgresDump {
  /** For example `18.4`. */
  serverVersion: string;
  schemas: string[];
  definition: SchemaDefinition;
  tables: TableRows[];
  sequences: SequenceValue[];
}

/** The statements that make the schemas' contents anew. Names are fully qualified. */
export interface SchemaDefinition {
  /** Before there are rows: types, sequences, functions, tables. */
  before: string[];
  /** When the rows are there: constraints, indexes, views, triggers, statistics. */
  after: string[];
}

/** The rows of one table, as `COPY` writes them in its text format. */
export interface TableRows {
  /** Quoted and qualified. */
  table: string;
  /** Quoted. Generated columns are not among them. */
  columns: string[];
  /** Relative to the folder of the dump. */
  file: string;
  rows: number;
}

/** Where a sequence stands. */
export interface SequenceValue {
  /** Quoted and qualified. */
  sequence: string;
  lastValue: string;
  isCalled: boolean;
}
