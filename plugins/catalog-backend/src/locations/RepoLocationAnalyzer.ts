import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  AnalyzeLocationGenerateEntity,
  AnalyzeLocationRequest,
  AnalyzeLocationResponse,
} from '@backstage/plugin-catalog-common';
import type {
  LocationAnalyzer,
  ScmLocationAnalyzer,
} from '@backstage/plugin-catalog-node';
import { parseScmUrl } from './parseScmUrl';

/** Whose annotation tells the repository of a component, by the type of integration. */
const ANNOTATION_PREFIXES: Record<string, string> = {
  azure: 'dev.azure.com',
  bitbucket: 'bitbucket.org',
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/** Finds the catalog files of a repository, and proposes a component for one that has none. */
export class RepoLocationAnalyzer implements LocationAnalyzer {
  readonly #logger: LoggerService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #analyzers: readonly ScmLocationAnalyzer[];

  constructor(options: {
    logger: LoggerService;
    integrations: ScmIntegrationRegistry;
    analyzers: readonly ScmLocationAnalyzer[];
  }) {
    this.#logger = options.logger;
    this.#integrations = options.integrations;
    this.#analyzers = options.analyzers;
  }

  async analyzeLocation(
    request: AnalyzeLocationRequest,
  ): Promise<AnalyzeLocationResponse> {
    const { target: url } = request.location;
    const { owner, name } = parseScmUrl(url);

    const analyzer = this.#analyzers.find(each => each.supports(url));
    const existing = (await analyzer?.analyze({ url }))?.existing ?? [];
    if (existing.length > 0) {
      this.#logger.debug(`entity for ${url} already exists.`);
      return { existingEntityFiles: existing, generateEntities: [] };
    }

    const integration = this.#integrations.byUrl(url);
    const prefix = ANNOTATION_PREFIXES[integration?.type ?? ''];
    const entity: AnalyzeLocationGenerateEntity['entity'] = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        ...(prefix && {
          annotations: { [`${prefix}/project-slug`]: `${owner}/${name}` },
        }),
      },
      spec: { type: 'other', lifecycle: 'unknown' },
    };
    this.#logger.debug(`entity created for ${url}`);
    return {
      existingEntityFiles: [],
      generateEntities: [{ entity, fields: [] }],
    };
  }
}
