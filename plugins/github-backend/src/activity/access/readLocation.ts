import { parseLocationRef } from '@backstage/catalog-model';
import type {
  GithubCredentials,
  GithubHost,
} from '@callboard/plugin-github-node';

/** Where a descriptor was read from. */
export type DescriptorLocation =
  | {
      kind: 'github';
      host: GithubHost;
      owner: string;
      name: string;
      /** The branch or tag, as far as one segment of the address tells it. */
      ref: string;
    }
  /** On the portal's own disk. */
  | { kind: 'file'; host?: undefined }
  | { kind: 'other'; host?: undefined };

/**
 * The repository of `url:https://github.com/acme/shop/tree/main/catalog-info.yaml`. An address with `..` in it may be read from another place
 * than it seems, so it is none. Nor is that of a commit or of a pull request: GitHub serves those of forks at the address of the repository that
 * they were forked from, and whoever may read it can write them.
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
  const [owner, name, , ref = ''] = segments as string[];
  if (!owner || !name || mayBeOfFork(ref)) return { kind: 'other' };
  return { kind: 'github', host, owner, name: name.replace(/\.git$/, ''), ref };
}

function mayBeOfFork(ref: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(ref) || /^(refs|pull)(\/|$)/i.test(ref);
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
