import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { schemaRef } from './schemaRef';

function text(description: string): JsonObject {
  return { type: 'string', description };
}

/** The properties that whole and partial entities have in common. */
export const entityParts = {
  relation: {
    targetRef: text('The reference of the entity that is related.'),
    type: text('How it is related.'),
  },
  metadata: {
    links: arrayOf(schemaRef('EntityLink'), 'Links to pages elsewhere.'),
    tags: arrayOf({ type: 'string' }, 'Words to classify the entity by.'),
    annotations: schemaRef('MapStringString'),
    labels: schemaRef('MapStringString'),
    description: text('What the entity is, in a line.'),
    title: text('What to call the entity on pages, instead of its name.'),
    namespace: text('The namespace of the entity.'),
    name: text(
      'The name of the entity, unique among those of its kind in its namespace, and a part of its reference and of URLs.',
    ),
    etag: text(
      'Changes whenever anything of the entity does. Set by the catalog.',
    ),
    uid: text('Identifies the entity for good. Set by the catalog.'),
  },
  entity: {
    kind: text('What sort of thing the entity describes.'),
    apiVersion: text(
      'The version of the format that the entity is written in.',
    ),
  },
};
