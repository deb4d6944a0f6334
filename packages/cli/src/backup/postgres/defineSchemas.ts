import type { Client } from 'pg';
import type { SchemaDefinition } from './PostgresDump';

/**
 * One query per kind of object, in the order in which they can be made. Each takes the names of the schemas and gives statements. The server
 * itself writes all expressions and definitions (`pg_get_*def`), with every name qualified because the search path is empty.
 */
const BEFORE = [
  // Enumerations.
  `SELECT format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype,
                 string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)) AS statement
   FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
   WHERE t.typnamespace = ANY($1::regnamespace[])
   GROUP BY t.oid ORDER BY 1`,
  // Sequences, but those of identity columns, which come with their table.
  `SELECT format('CREATE SEQUENCE %s AS %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s',
                 c.oid::regclass, format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
                 CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END) AS statement
   FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
   WHERE c.relnamespace = ANY($1::regnamespace[])
     AND NOT EXISTS (SELECT FROM pg_depend d
                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
   ORDER BY 1`,
  // Functions. Their bodies are not checked yet, so they may speak of tables that come later.
  `SELECT pg_get_functiondef(p.oid) AS statement
   FROM pg_proc p
   WHERE p.pronamespace = ANY($1::regnamespace[]) AND p.prokind IN ('f', 'p')
   ORDER BY 1`,
  // Tables.
  `SELECT format(E'CREATE %sTABLE %s (\\n  %s\\n)%s',
                 CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.oid::regclass,
                 string_agg(concat_ws(' ',
                   quote_ident(a.attname),
                   format_type(a.atttypid, a.atttypmod),
                   CASE WHEN a.attcollation NOT IN (0, t.typcollation) THEN 'COLLATE ' || a.attcollation::regcollation END,
                   CASE
                     WHEN a.attgenerated <> '' THEN format('GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid),
                       CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END)
                     WHEN a.attidentity <> '' THEN (
                       SELECT format('GENERATED %s AS IDENTITY (SEQUENCE NAME %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s)',
                                     CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                                     s.seqrelid::regclass, s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
                                     CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
                       FROM pg_sequence s
                       WHERE s.seqrelid = pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass)
                     WHEN d.adbin IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
                   END,
                   CASE WHEN a.attnotnull THEN 'NOT NULL' END
                 ), E',\\n  ' ORDER BY a.attnum),
                 CASE WHEN c.reloptions IS NOT NULL THEN format(' WITH (%s)', array_to_string(c.reloptions, ', ')) ELSE '' END
                ) AS statement
   FROM pg_class c
   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   JOIN pg_type t ON t.oid = a.atttypid
   LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND c.relkind = 'r'
   GROUP BY c.oid, c.relpersistence, c.reloptions ORDER BY c.oid::regclass::text`,
  // What belongs to single columns: statistics and storage.
  `SELECT format('ALTER TABLE %s ALTER COLUMN %I %s', c.oid::regclass, a.attname, change) AS statement
   FROM pg_class c
   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   JOIN pg_type t ON t.oid = a.atttypid
   CROSS JOIN LATERAL (VALUES
     (CASE WHEN a.attoptions IS NOT NULL THEN format('SET (%s)', array_to_string(a.attoptions, ', ')) END),
     (CASE WHEN a.attstattarget >= 0 THEN format('SET STATISTICS %s', a.attstattarget) END),
     (CASE WHEN a.attstorage <> t.typstorage THEN 'SET STORAGE ' || CASE a.attstorage
        WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END)
   ) AS changes (change)
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND c.relkind = 'r' AND change IS NOT NULL
   ORDER BY 1`,
  // Sequences that go with their column.
  `SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', d.objid::regclass, d.refobjid::regclass, a.attname) AS statement
   FROM pg_depend d
   JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S'
   JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
   WHERE c.relnamespace = ANY($1::regnamespace[])
     AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
   ORDER BY 1`,
];

const AFTER = [
  // Constraints, foreign keys last. NOT NULL comes with the table.
  `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', o.conrelid::regclass, o.conname, pg_get_constraintdef(o.oid)) AS statement
   FROM pg_constraint o
   WHERE o.connamespace = ANY($1::regnamespace[]) AND o.conrelid <> 0 AND o.contype IN ('p', 'u', 'x', 'c', 'f')
   ORDER BY o.contype = 'f', 1`,
  // Views, each after those that it was made from.
  `SELECT format('CREATE %sVIEW %s%s AS %s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, c.oid::regclass,
                 CASE WHEN c.reloptions IS NOT NULL THEN format(' WITH (%s)', array_to_string(c.reloptions, ', ')) ELSE '' END,
                 pg_get_viewdef(c.oid)) AS statement
   FROM pg_class c
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND c.relkind IN ('v', 'm')
   ORDER BY c.oid`,
  // Indexes that no constraint brings along. An invalid one is what a failed CREATE INDEX CONCURRENTLY left behind.
  `SELECT pg_get_indexdef(i.indexrelid) AS statement
   FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND i.indisvalid
     AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
   ORDER BY 1`,
  // Triggers.
  `SELECT pg_get_triggerdef(g.oid) AS statement
   FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND NOT g.tgisinternal
   ORDER BY 1`,
  `SELECT format('ALTER TABLE %s %s TRIGGER %I', g.tgrelid::regclass,
                 CASE g.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, g.tgname) AS statement
   FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND NOT g.tgisinternal AND g.tgenabled <> 'O'
   ORDER BY 1`,
  // Extended statistics.
  `SELECT pg_get_statisticsobjdef(s.oid) AS statement
   FROM pg_statistic_ext s WHERE s.stxnamespace = ANY($1::regnamespace[])
   ORDER BY 1`,
  `SELECT format('ALTER STATISTICS %s.%I SET STATISTICS %s', s.stxnamespace::regnamespace, s.stxname, s.stxstattarget) AS statement
   FROM pg_statistic_ext s WHERE s.stxnamespace = ANY($1::regnamespace[]) AND s.stxstattarget >= 0
   ORDER BY 1`,
  // Comments of tables and columns.
  `SELECT CASE WHEN d.objsubid = 0 THEN format('COMMENT ON TABLE %s IS %L', c.oid::regclass, d.description)
               ELSE format('COMMENT ON COLUMN %s.%I IS %L', c.oid::regclass, a.attname, d.description) END AS statement
   FROM pg_description d
   JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass AND c.relkind = 'r'
   LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
   WHERE c.relnamespace = ANY($1::regnamespace[])
   ORDER BY 1`,
];

/**
 * The statements that make the contents of the schemas anew. Schemas with the same contents give the same statements on the same
 * server version, so this also tells whether a restore is complete.
 *
 * Must run in a transaction; it empties the search path for the rest of it.
 */
export async function defineSchemas(options: {
  client: Client;
  schemas: string[];
}): Promise<SchemaDefinition> {
  const { client } = options;
  await client.query('SET LOCAL search_path = pg_catalog');
  const names = options.schemas.map(name => client.escapeIdentifier(name));
  const read = async (queries: string[]) => {
    const statements: string[] = [];
    for (const query of queries) {
      const { rows } = await client.query<{ statement: string }>(query, [
        names,
      ]);
      statements.push(...rows.map(({ statement }) => statement));
    }
    return statements;
  };
  return { before: await read(BEFORE), after: await read(AFTER) };
}
