import { accountById } from '../../core/names/accountById';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { encodePath } from '../../repositories/encodePath';
import { fullNameOf } from '../../repositories/fullNameOf';
import { presentAsset } from './presentAsset';

/** GitHub's `release`. A draft has no tag yet, and so no archives. Files are uploaded to this server, at `upload_url`. */
export function presentRelease(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  release: Release;
}) {
  const { sandbox, urls, repository, release } = options;
  const fullName = fullNameOf(options);
  const repo = `${urls.api}/repos/${fullName}`;
  const api = `${repo}/releases/${release.id}`;
  const tag = encodePath(release.tagName);
  const author =
    sandbox.state.users.get(release.authorId) ??
    accountById({ sandbox, id: repository.ownerId })!;
  return {
    url: api,
    assets_url: `${api}/assets`,
    upload_url: `${
      urls.enterprise ? api.replace(urls.api, `${urls.html}/api/uploads`) : api
    }/assets{?name,label}`,
    html_url: `${urls.html}/${fullName}/releases/tag/${
      release.draft ? `untagged-${release.id}` : tag
    }`,
    id: release.id,
    author: presentAccount({ urls, account: author }),
    node_id: nodeId({ type: 'Release', id: release.id }),
    tag_name: release.tagName,
    target_commitish: release.target,
    name: release.name,
    draft: release.draft,
    immutable: false,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    updated_at: release.updatedAt ?? release.createdAt,
    published_at: release.publishedAt,
    assets: release.assets.map(asset => presentAsset({ ...options, asset })),
    tarball_url: release.draft ? null : `${repo}/tarball/${tag}`,
    zipball_url: release.draft ? null : `${repo}/zipball/${tag}`,
    body: release.body,
  };
}
