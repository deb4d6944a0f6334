import { nodeId } from '../../core/nodeId';
import type { Urls } from '../../http/createUrls';
import { licences } from './licences';

/** GitHub's `license-simple`; null where there is none. A licence that GitHub does not recognise is `other`, as a text without an address. */
export function presentLicence(options: { urls: Urls; key: string | null }) {
  const { urls, key } = options;
  if (key === null) return null;
  const licence = licences.find(candidate => candidate.key === key);
  return {
    key: licence?.key ?? 'other',
    name: licence?.name ?? 'Other',
    spdx_id: licence?.spdxId ?? 'NOASSERTION',
    url: licence ? `${urls.api}/licenses/${licence.key}` : null,
    node_id: nodeId({ type: 'License', id: `license:${key}` }),
  };
}
