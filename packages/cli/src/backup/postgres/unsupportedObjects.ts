import type { Client } from 'pg';

/**
 * Names everything in the schemas that `defineSchemas` has no statement for. Backstage's plugins use none of it; where something is found
 * after all, no backup is better than one that lacks it.
 */
export async function unsupportedObjects(options: {
  client: Client;
  schemas: string[];
}): Promise<string[]> {
  const { rows } = await options.client.query<{ object: string }>(
    `WITH n AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY($1))
     SELECT 'partitioned, foreign or composite relation ' || c.oid::regclass AS object
       FROM pg_class c JOIN n ON n.oid = c.relnamespace
       WHERE c.relkind NOT IN ('r', 'i', 'S', 'v', 'm', 't')
     UNION ALL
     SELECT 'inheriting table ' || i.inhrelid::regclass
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN n ON n.oid = c.relnamespace
     UNION ALL
     SELECT 'row level security of ' || c.oid::regclass
       FROM pg_class c JOIN n ON n.oid = c.relnamespace WHERE c.relrowsecurity
     UNION ALL
     SELECT 'rule ' || r.rulename || ' of ' || c.oid::regclass
       FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN n ON n.oid = c.relnamespace
       WHERE r.rulename <> '_RETURN'
     UNION ALL
     SELECT 'type ' || t.oid::regtype
       FROM pg_type t JOIN n ON n.oid = t.typnamespace
       WHERE t.typtype NOT IN ('e', 'c') AND t.typelem = 0
     UNION ALL
     SELECT 'aggregate or window function ' || p.oid::regprocedure
       FROM pg_proc p JOIN n ON n.oid = p.pronamespace WHERE p.prokind NOT IN ('f', 'p')
     UNION ALL
     SELECT 'extension ' || e.extname
       FROM pg_extension e JOIN n ON n.oid = e.extnamespace
     UNION ALL
     SELECT pg_describe_object(d.classid, d.objid, d.objsubid)
       FROM pg_depend d JOIN n ON n.oid = d.refobjid
       WHERE d.refclassid = 'pg_namespace'::regclass
         AND d.classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass,
                               'pg_statistic_ext'::regclass, 'pg_extension'::regclass)
     ORDER BY 1`,
    [options.schemas],
  );
  return rows.map(({ object }) => object);
}
