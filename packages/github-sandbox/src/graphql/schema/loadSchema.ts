import fs from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const loaded = new Map<'github' | 'enterprise', GraphQLSchema>();

/**
 * GitHub's published schema. Built when it is first asked for, once in a process: that takes about 0.1 s. The layout of an Enterprise
 * Server has one field more, `User.suspendedAt`.
 */
export function loadSchema(options: { enterprise: boolean }): GraphQLSchema {
  const key = options.enterprise ? 'enterprise' : 'github';
  const known = loaded.get(key);
  if (known) return known;
  const published = fs.readFileSync(schemaFile(), 'utf8');
  const text = options.enterprise
    ? `${published}\nextend type User {\n  "When the account was suspended."\n  suspendedAt: DateTime\n}\n`
    : published;
  // Not checked: the published text defines two fields of EnterpriseOwnerInfo twice.
  const schema = buildSchema(text, {
    assumeValid: true,
    assumeValidSDL: true,
    noLocation: true,
  });
  loaded.set(key, schema);
  return schema;
}

/** The package's `exports` hide the file, so that it is looked for where packages lie. */
function schemaFile(): string {
  const name = '@octokit/graphql-schema';
  const file = (require.resolve.paths(name) ?? [])
    .map(folder => path.join(folder, name, 'schema.graphql'))
    .find(candidate => fs.existsSync(candidate));
  if (!file) throw new Error(`${name} is not installed`);
  return file;
}
