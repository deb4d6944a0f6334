import { nodeId } from '../../../core/nodeId';
import { licences } from '../../../repositories/licences/licences';
import type { Licence } from '../../../repositories/licences/licences';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** https://docs.github.com/graphql/reference/objects#license */
export const License: Resolvers<Source<'license'>> = {
  id: ({ key }) => nodeId({ type: 'License', id: `license:${key}` }),
  key: ({ key }) => find(key)?.key ?? 'other',
  name: ({ key }) => find(key)?.name ?? 'Other',
  nickname: () => null,
  spdxId: ({ key }) => find(key)?.spdxId ?? 'NOASSERTION',
  url: ({ key }) =>
    find(key) ? `http://choosealicense.com/licenses/${key}/` : null,
  body: ({ key }) => find(key)?.body ?? '',
  description: ({ key }) => find(key)?.description ?? null,
  implementation: () => null,
  featured: ({ key }) => find(key)?.featured ?? false,
  hidden: () => false,
  pseudoLicense: ({ key }) => !find(key),
  permissions: ({ key }) => rules(find(key)?.permissions),
  conditions: ({ key }) => rules(find(key)?.conditions),
  limitations: ({ key }) => rules(find(key)?.limitations),
};

function find(key: string): Licence | undefined {
  return licences.find(licence => licence.key === key);
}

function rules(keys: string[] = []) {
  return keys.map(key => {
    const label = key.replace(/-+/g, ' ');
    return { key, label, description: label };
  });
}
