import type { GithubService } from '../service/GithubService';
import { acceptedPermissions } from './acceptedPermissions';
import { lackOfApp } from './lackOfApp';
import { lackOfToken } from './lackOfToken';
import type { NeededPermission, PermissionLack } from './PermissionLack';

/**
 * Which permission a refusal was for, and where it is granted; undefined where it was for something else, or GitHub does not say. Asks GitHub
 * what the App has and asks for, two requests, so that the link is the one that helps. Never throws.
 */
export async function explainLack(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  /** Of the repository or owner that was asked about. */
  url: string;
  pluginId?: string;
  /** Octokit's, of a request that was refused. */
  error?: unknown;
  /** What it was for, where the answer does not tell: GraphQL names no permission. */
  needed?: NeededPermission;
}): Promise<PermissionLack | undefined> {
  const { github, url, pluginId, needed } = options;
  const refusal = readRefusal(options.error);
  const alternatives = needed ? [[needed]] : refusal.permissions;
  try {
    const serving = await github.credentials.serve({ url, pluginId });
    const owner =
      serving.chain.owner ?? new URL(url).pathname.split('/')[1] ?? '';
    const host = github.credentials.hostOf(url);
    if (!host) return undefined;
    if (serving.kind === 'app') {
      return alternatives.length > 0
        ? await lackOfApp({ ...options, serving, owner, host, alternatives })
        : undefined;
    }
    if (serving.kind === 'token') {
      return lackOfToken({
        ...{ serving, owner, host, alternatives },
        scopes: refusal.scopes,
      });
    }
    return undefined;
  } catch {
    // Without knowing more the refusal itself is shown.
    return undefined;
  }
}

function readRefusal(error: unknown): {
  permissions: NeededPermission[][];
  scopes: string[];
} {
  const { status, response } = (error ?? {}) as {
    status?: number;
    response?: { headers?: Record<string, unknown> };
  };
  const headers = status === 403 || status === 404 ? response?.headers : {};
  const text = (name: string) => String(headers?.[name] ?? '');
  return {
    permissions: acceptedPermissions(text('x-accepted-github-permissions')),
    scopes: text('x-accepted-oauth-scopes')
      .split(',')
      .map(scope => scope.trim())
      .filter(Boolean),
  };
}
