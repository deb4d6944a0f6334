import type { CatalogApi } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { isRemotePicture } from '../pictures/isRemotePicture';

const KINDS = ['user', 'group'];

type Localise = (entities: readonly (Entity | undefined)[]) => Promise<any[]>;

/** What each method of the catalog API returns entities in. All other methods pass through. */
const RESULTS: Partial<
  Record<keyof CatalogApi, (result: any, localise: Localise) => unknown>
> = {
  getEntities: localiseItems,
  getEntitiesByRefs: localiseItems,
  queryEntities: localiseItems,
  async getEntityByRef(result, localise) {
    return (await localise([await result]))[0];
  },
  async getEntityAncestors(result, localise) {
    const response = await result;
    const entities = await localise(
      response.items.map((item: { entity: Entity }) => item.entity),
    );
    return {
      ...response,
      items: response.items.map((item: object, index: number) => ({
        ...item,
        entity: entities[index],
      })),
    };
  },
  async addLocation(result, localise) {
    const response = await result;
    return { ...response, entities: await localise(response.entities) };
  },
  async *streamEntities(result, localise) {
    for await (const page of result) {
      yield await localise(page);
    }
  },
};

/**
 * Wraps a catalog API so that the users and groups it returns have pictures that the portal serves. A picture that
 * cannot be served is left out, and whoever shows it falls back to initials.
 */
export function localisePictures(options: {
  catalogApi: CatalogApi;
  /** The URL under which pictures can be loaded now, or undefined. Asked only when there is a picture to load. */
  baseUrl: () => Promise<string | undefined>;
  /** The origin of the page. */
  origin: string;
}): CatalogApi {
  const { catalogApi, baseUrl, origin } = options;

  const localise: Localise = async entities => {
    if (!entities.some(entity => remotePicture(entity, origin))) {
      return [...entities];
    }
    const base = await baseUrl();
    return entities.map(entity =>
      entity && remotePicture(entity, origin)
        ? withPicture(entity, base && localPicture(entity, base))
        : entity,
    );
  };

  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(catalogApi, {
    get(target, property) {
      const member = Reflect.get(target, property, target);
      if (typeof member !== 'function') {
        return member;
      }
      if (!wrapped.has(property)) {
        const inResult = RESULTS[property as keyof CatalogApi];
        wrapped.set(property, (...args: unknown[]) => {
          const result = Reflect.apply(member, target, args);
          return inResult ? inResult(result, localise) : result;
        });
      }
      return wrapped.get(property);
    },
  });
}

async function localiseItems(
  result: Promise<{ items: Entity[] }>,
  localise: Localise,
) {
  const response = await result;
  return { ...response, items: await localise(response.items) };
}

function remotePicture(entity: Entity | undefined, origin: string): boolean {
  const profile = entity?.spec?.profile as { picture?: unknown } | undefined;
  const picture = profile?.picture;
  return (
    typeof picture === 'string' &&
    picture !== '' &&
    // A query for some fields may leave the kind out; other kinds keep what they mean by a picture.
    (!entity?.kind || KINDS.includes(entity.kind.toLocaleLowerCase('en-US'))) &&
    isRemotePicture({ picture, origin })
  );
}

function localPicture(entity: Entity, base: string): string | undefined {
  const { kind, metadata } = entity;
  if (!kind || !metadata?.name) {
    return undefined;
  }
  const path = [kind, metadata.namespace ?? 'default', metadata.name].map(
    part => encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  // Browsers keep pictures for a day; a changed entity shows its new one at once.
  const version = metadata.etag
    ? `?v=${encodeURIComponent(metadata.etag)}`
    : '';
  return `${base}/v1/${path.join('/')}${version}`;
}

function withPicture(entity: Entity, picture: string | undefined): Entity {
  const { picture: _remote, ...profile } = entity.spec?.profile as {
    picture: string;
  };
  return {
    ...entity,
    spec: {
      ...entity.spec,
      profile: picture ? { ...profile, picture } : profile,
    },
  };
}
