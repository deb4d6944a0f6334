import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';

const text = { type: 'string' };

function inPath(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: text };
}

function inQuery(options: {
  name: string;
  description: string;
  schema: JsonObject;
  more?: JsonObject;
}): JsonObject {
  const { name, description, schema, more } = options;
  return {
    name,
    in: 'query',
    description,
    required: false,
    allowReserved: true,
    schema,
    ...more,
  };
}

/** The parameters that several operations share. */
export const parameters: JsonObject = {
  kind: inPath('kind'),
  namespace: inPath('namespace'),
  name: inPath('name'),
  uid: inPath('uid'),
  cursor: inQuery({
    name: 'cursor',
    description:
      'Continues a list: the value of `nextCursor` or `prevCursor` in the `pageInfo` of an earlier response. It carries the filter, the order and the text filter of the first request; these parameters are ignored next to a cursor.',
    schema: { type: 'string', minLength: 1 },
  }),
  after: inQuery({
    name: 'after',
    description: 'Where the previous page ended, from its `link` header.',
    schema: { type: 'string', minLength: 1 },
  }),
  fields: inQuery({
    name: 'fields',
    description:
      'The parts of the entities to return, a comma separated list of dotted paths. `fields=metadata.name,spec` returns the name and the whole spec of each entity, and nothing else. Without it, entities are returned whole.',
    schema: arrayOf(text),
    more: {
      explode: false,
      examples: {
        'Name and relations': { value: ['metadata.name', 'relations'] },
        'All that is in a reference': {
          value: ['kind', 'metadata.namespace', 'metadata.name'],
        },
      },
    },
  }),
  filter: inQuery({
    name: 'filter',
    description: [
      'Which entities to return. A filter is a comma separated list of conditions that must all hold; where the parameter is given several times, one of the filters must.',
      'A condition is `<key>`, which asks for the field to be there, or `<key>=<value>`. Keys are dotted paths. Keys and values match whatever their case.',
      'An element of a list of strings is found as `<path>.<element>`, with or without `=true`, and a relation as `relations.<type>=<entity ref>`.',
      'For example, `filter=kind=user,metadata.namespace=default&filter=kind=group,spec.type` finds the users of the default namespace, and all groups that have a type.',
    ].join('\n\n'),
    schema: arrayOf(text),
    more: {
      examples: {
        Groups: { value: ['kind=group'] },
        'Orphaned components': {
          value: [
            'kind=component,metadata.annotations.backstage.io/orphan=true',
          ],
        },
      },
    },
  }),
  offset: inQuery({
    name: 'offset',
    description: 'How many entities to skip.',
    schema: { type: 'integer', minimum: 0 },
  }),
  limit: inQuery({
    name: 'limit',
    description: 'How many entities to return at most.',
    schema: { type: 'integer', minimum: 0 },
  }),
  orderField: inQuery({
    name: 'orderField',
    description:
      'What to sort by: a dotted path, followed by `,asc` or `,desc`. Without it, entities come in the order of their uids.',
    schema: arrayOf({
      type: 'string',
      description: 'A field and an order, separated by a comma.',
    }),
    more: {
      explode: true,
      style: 'form',
      examples: {
        'By name': { value: ['metadata.name,asc'] },
        'By owner, backwards': { value: ['spec.owner,desc'] },
      },
    },
  }),
  totalItems: inQuery({
    name: 'totalItems',
    description:
      'Whether to count all that match. With `exclude`, `totalItems` of the response is 0. Defaults to `include`; more values may follow.',
    schema: { type: 'string', enum: ['include', 'exclude'] },
  }),
};
