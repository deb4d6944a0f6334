import type { Entity } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { Instructions } from './testProcessor';

/** A `Thing` as a test describes it. */
export type ThingOptions = Omit<Instructions, 'children'> & {
  name: string;
  namespace?: string;
  /** Anything that makes its content differ. */
  content?: string;
  spec?: JsonObject;
  children?: (ThingOptions & { locationKey?: string | null })[];
};

/** An entity of the kind `Thing`, which only the test processor knows, with instructions for it. */
export function thing(options: ThingOptions): Entity {
  const { name, namespace, content, spec, children, ...instructions } = options;
  return {
    apiVersion: 'conformance/v1',
    kind: 'Thing',
    metadata: {
      name,
      ...(namespace && { namespace }),
      annotations: {
        'backstage.io/managed-by-location': `url:https://things.test/${name}`,
        'backstage.io/managed-by-origin-location': `url:https://things.test/${name}`,
      },
    },
    spec: {
      ...spec,
      ...(content !== undefined && { content }),
      conformance: JSON.parse(
        JSON.stringify({
          ...instructions,
          children: children?.map(({ locationKey, ...child }) => ({
            entity: thing(child),
            locationKey,
          })),
        }),
      ),
    },
  };
}

/** A `Thing` as a provider hands it in, by default with the location key `conformance`; `null` is none. */
export function deferred(
  options: ThingOptions & { locationKey?: string | null },
): DeferredEntity {
  const { locationKey = 'conformance', ...rest } = options;
  return { entity: thing(rest), ...(locationKey !== null && { locationKey }) };
}
