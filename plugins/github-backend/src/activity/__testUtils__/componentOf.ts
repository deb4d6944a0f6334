import type { Entity } from '@backstage/catalog-model';

/** A component whose descriptor lies in its repository, unless it is said where else. Group `web` owns it. */
export function componentOf(options: {
  url: string;
  name: string;
  slug?: string;
  location?: string;
}): Entity {
  const { url, name, slug = `acme/${name}` } = options;
  const at = `url:${url}/acme/${name}/tree/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'github.com/project-slug': slug,
        'backstage.io/managed-by-location': options.location ?? at,
      },
    },
    spec: { owner: 'web' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/web' }],
  };
}
