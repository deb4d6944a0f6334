import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import { type Document, parseAllDocuments } from 'yaml';

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const validators = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
];

/** Files with more documents than this are not read on. */
const MOST_DOCUMENTS = 1000;
const MOST_ALIASES = 100;
const OBJECTS = ['$json', '$yaml'];

/**
 * What keeps the catalog from taking a descriptor, one line for each document that is wrong; none where it takes all. Kinds that stock
 * does not know may have a processor in this portal, so they are taken for right. `$text` and the like count for what they would give.
 */
export async function judgeDescriptor(options: {
  /** As it is called in messages. */
  path: string;
  text: string;
}): Promise<string[]> {
  const { path, text } = options;
  const documents = parseAllDocuments(text, { merge: true });
  if (!Array.isArray(documents) || documents.length === 0) {
    return [`${path} is empty`];
  }
  const problems: string[] = [];
  for (const [index, document] of documents
    .slice(0, MOST_DOCUMENTS)
    .entries()) {
    const where =
      documents.length > 1 ? `${path}, document ${index + 1}` : path;
    const problem = await problemOf(document);
    if (problem) problems.push(`${where}: ${problem}`);
  }
  return problems;
}

async function problemOf(document: Document): Promise<string | undefined> {
  const [error] = document.errors;
  if (error) return `not valid YAML, ${error.message.split('\n')[0]}`;
  try {
    const value = document.toJS({ maxAliasCount: MOST_ALIASES });
    // An empty document between two separators is left out, as in the catalog.
    return value === null ? undefined : await entityProblem(value);
  } catch (failure) {
    // Of aliases, which are resolved only now.
    return `not valid YAML, ${(failure as Error).message}`;
  }
}

async function entityProblem(value: unknown): Promise<string | undefined> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'an entity has to be a map with apiVersion, kind and metadata';
  }
  try {
    const entity = (await policies.enforce(
      resolved(value as JsonValue) as unknown as Entity,
    )) as Entity;
    for (const validator of validators) {
      if (await validator.check(entity)) break;
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A value with something in place of each placeholder, since what it refers to is elsewhere. */
function resolved(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key] = ['']] = entries;
  if (entries.length === 1 && /^\$[a-z]/i.test(key)) {
    return OBJECTS.includes(key) ? {} : key;
  }
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, resolved(inner!)]),
  );
}
