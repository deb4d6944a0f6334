import { parseLocationRef } from '@backstage/catalog-model';
import type {
  GithubCredentials,
  GithubHost,
} from '@callboard/plugin-github-node';

/** Where a descriptor was read from. */
export type DescriptorLocation =
  | { kind: 'github'; host: GithubHost; owner: string; name: string }
  /** On the portal's own disk. */
  | { kind: 'file'; host?: undefined }
  | { kind: 'other'; host?: undefined };

/**
 * The repository of `url:https://github.com/acme/shop/tree/main/catalog-info.yaml`. An address with `..` in it may be read from another place
 * than it seems, so it is none.
 */
export function readLocation(options: {
  location: string | undefined;
  credentials: Pick<GithubCredentials, 'hostOf'>;
}): DescriptorLocation {
  const { location = '', credentials } = options;
  let type: string;
  let target: string;
  try {
    ({ type, target } = parseLocationRef(location));
  } catch {
    return { kind: 'other' };
  }
  if (type === 'file') return { kind: 'file' };
  if (type !== 'url' || !URL.canParse(target)) return { kind: 'other' };
  const host = credentials.hostOf(target);
  const path = /^https?:\/\/[^/?#@\\]+\/([^?#\\]+)$/.exec(target)?.[1];
  const segments = path?.split('/').map(decoded) ?? [];
  if (!host || segments.some(each => each === undefined || isStep(each))) {
    return { kind: 'other' };
  }
  const [owner, name] = segments as string[];
  if (!owner || !name) return { kind: 'other' };
  return { kind: 'github', host, owner, name: name.replace(/\.git$/, '') };
}

function isStep(segment: string): boolean {
  return /^\.{1,2}$/.test(segment) || /[/\\]\.{1,2}([/\\]|$)/.test(segment);
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
