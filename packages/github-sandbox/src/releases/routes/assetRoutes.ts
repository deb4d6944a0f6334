import { actorOf } from '../../access';
import { validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import type { Release } from '../../core/state';
import { readText } from '../../http/body/readText';
import { presentAsset } from '../present/presentAsset';
import { serveAsset } from '../assets/serveAsset';
import { assetOf, readReleases, releaseOf, writeReleases } from './releaseCall';

const resource = 'ReleaseAsset';

/** Files of releases. https://docs.github.com/rest/releases/assets */
export const assetRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/releases/{release_id}/assets',
    on: 'repository',
    access: readReleases,
    handle(call) {
      const release = releaseOf(call);
      const { rows, total } = paginate({ call, rows: release.assets });
      return {
        body: rows.map(asset => presentAsset({ ...call, release, asset })),
        total,
      };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/releases/{release_id}/assets',
    on: 'repository',
    access: writeReleases,
    takesFile: true,
    handle: upload,
  },
  {
    route: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
    on: 'repository',
    access: readReleases,
    handle(call) {
      const found = assetOf(call);
      return call.headers.get('accept')?.includes('application/octet-stream')
        ? serveAsset(found)
        : { body: presentAsset({ ...call, ...found }) };
    },
  },
  {
    route: 'PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}',
    on: 'repository',
    access: writeReleases,
    handle(call) {
      const { body, sandbox } = call;
      const { release, asset } = assetOf(call);
      const name = readText({ body, field: 'name' });
      const label = readText({ body, field: 'label' });
      if (name && name !== asset.name) assertFree(release, name);
      if (name) asset.name = name;
      if (label !== undefined) asset.label = label;
      asset.updatedAt = sandbox.clock.iso();
      return { body: presentAsset({ ...call, release, asset }) };
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
    on: 'repository',
    access: writeReleases,
    handle(call) {
      const { release, asset } = assetOf(call);
      release.assets = release.assets.filter(one => one !== asset);
      return { status: 204 };
    },
  },
];

function upload(call: RepositoryCall) {
  const { sandbox, query, headers, body, viewer } = call;
  const release = releaseOf(call);
  // GitHub replaces what cannot stand in an address.
  const name = query.get('name')?.replace(/[^\w.@+~-]+/g, '.');
  if (!name) throw problem('name', 'missing_field');
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw problem('size', 'invalid');
  }
  assertFree(release, name);
  const now = sandbox.clock.iso();
  const asset = {
    id: sandbox.nextId(),
    name,
    label: query.get('label'),
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    content: body.toString('base64'),
    uploaderId: actorOf(viewer).id,
    createdAt: now,
    updatedAt: now,
  };
  release.assets.push(asset);
  return { status: 201, body: presentAsset({ ...call, release, asset }) };
}

function assertFree(release: Release, name: string) {
  if (release.assets.some(asset => asset.name === name)) {
    throw problem('name', 'already_exists');
  }
}

function problem(field: string, code: string) {
  return validationFailed({ errors: [{ resource, field, code }] });
}
