import { createHash } from 'node:crypto';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { encodePath } from '../../repositories/encodePath';
import { fullNameOf } from '../../repositories/fullNameOf';

/** GitHub's `release-asset`. */
export function presentAsset(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  release: Release;
  asset: Release['assets'][number];
}) {
  const { sandbox, urls, release, asset } = options;
  const fullName = fullNameOf(options);
  const content = Buffer.from(asset.content, 'base64');
  const uploader = sandbox.state.users.get(asset.uploaderId);
  return {
    url: `${urls.api}/repos/${fullName}/releases/assets/${asset.id}`,
    browser_download_url: `${
      urls.html
    }/${fullName}/releases/download/${encodePath(
      release.tagName,
    )}/${encodeURIComponent(asset.name)}`,
    id: asset.id,
    node_id: nodeId({ type: 'ReleaseAsset', id: asset.id }),
    name: asset.name,
    label: asset.label,
    state: 'uploaded' as const,
    content_type: asset.contentType,
    size: content.length,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    download_count: asset.downloads ?? 0,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt ?? asset.createdAt,
    uploader: uploader ? presentAccount({ urls, account: uploader }) : null,
  };
}
