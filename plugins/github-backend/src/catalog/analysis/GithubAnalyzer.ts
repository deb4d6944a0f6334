import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import type {
  AnalyzeOptions,
  CatalogService,
  ScmLocationAnalyzer,
} from '@backstage/plugin-catalog-node';
import type { GithubService } from '@callboard/plugin-github-node';
import type { MirrorView } from '../../store/MirrorView';
import { readTarget } from '../../store/readTarget';
import { describes } from '../entities/describes';

const DEFAULT_FILENAME = 'catalog-info.yaml';

/**
 * Finds the descriptors of a repository that somebody wants to register. As stock's analyzer it asks GitHub's search for code, which knows
 * other folders; and the mirror, which knows what was pushed since the search has looked.
 */
export class GithubAnalyzer implements ScmLocationAnalyzer {
  readonly #options: {
    github: GithubService;
    catalog: CatalogService;
    auth: AuthService;
    view: () => Promise<MirrorView | undefined>;
  };

  constructor(options: {
    github: GithubService;
    catalog: CatalogService;
    auth: AuthService;
    view: () => Promise<MirrorView | undefined>;
  }) {
    this.#options = options;
  }

  supports(url: string): boolean {
    return Boolean(this.#options.github.credentials.hostOf(url));
  }

  async analyze(options: AnalyzeOptions) {
    const { url, catalogFilename = DEFAULT_FILENAME } = options;
    const target = readTarget(url);
    if (!target) {
      throw new NotFoundError(`${url} is not the URL of a repository`);
    }
    const { owner, name } = target;
    const { github } = this.#options;
    const known = await (await this.#options.view())?.repositoryAt({ url });
    const client = await github.client({ url, priority: 'person' });

    const paths = new Set(
      known?.files
        .filter(file => file.ref === 'HEAD' && describes(file))
        .map(({ path }) => path),
    );
    try {
      for (const path of await search()) paths.add(path);
    } catch (error) {
      if (paths.size === 0) {
        throw new Error(
          `Couldn't search repository for metadata file, ${toError(error)}`,
        );
      }
    }
    if (paths.size === 0) {
      return { existing: [] };
    }
    const branch =
      known?.defaultBranch ??
      (await client.rest.repos.get({ owner, repo: name })).data.default_branch;
    const base = url.replace(/\/+$/, '');
    const found = await Promise.all(
      [...paths].map(path =>
        this.#entitiesAt(`${base}/blob/${branch}/${path}`),
      ),
    );
    return { existing: found.flat() };

    async function search(): Promise<string[]> {
      const [, extension] = /[^.]\.([^.]+)$/.exec(catalogFilename) ?? [];
      const { data } = await client.rest.search.code({
        q: [
          `filename:${catalogFilename}`,
          ...(extension ? [`extension:${extension}`] : []),
          `repo:${owner}/${name}`,
        ].join(' '),
      });
      return data.items.map(({ path }) => path);
    }
  }

  async #entitiesAt(target: string) {
    const { catalog, auth } = this.#options;
    const location = { type: 'url', target };
    const { entities, exists } = await catalog.addLocation(
      { ...location, dryRun: true },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return entities.map(entity => ({
      location,
      isRegistered: Boolean(exists),
      entity,
    }));
  }
}
