import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GeneratorOptions,
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { createFileCache } from './cache/createFileCache';
import { PageCache } from './cache/PageCache';
import { resolveSourceLinks } from './config/resolveSourceLinks';
import { loadBuilder } from './site/loadBuilder';
import { progressLines } from './site/progressLines';

const CACHE_KEY = 'techdocs.generator.cache.directory';

/**
 * A TechDocs generator that renders Markdown in this process. It reads the folder it is
 * given, never writes to it, starts no process and opens no connection.
 */
export class MarkdownGenerator extends TechdocsGenerator {
  readonly #integrations: ScmIntegrations;
  readonly #iframeHosts: string[];
  readonly #cache: PageCache | undefined;

  /** Built like the stock generator, from its own keys of `config`. */
  static fromConfig(
    config: Config,
    options: GeneratorOptions,
  ): MarkdownGenerator {
    const scmIntegrations = ScmIntegrations.fromConfig(config);
    return new MarkdownGenerator({ ...options, config, scmIntegrations });
  }

  // The extension point asks for the class of the stock generator, so it is subclassed;
  // nothing of it but its type is used.
  constructor(
    options: GeneratorOptions & {
      config: Config;
      scmIntegrations: ScmIntegrations;
    },
  ) {
    super(options);
    this.#integrations = options.scmIntegrations;
    this.#iframeHosts =
      options.config.getOptionalStringArray(
        'techdocs.sanitizer.allowedIframeHosts',
      ) ?? [];
    const directory = options.config.getOptionalString(CACHE_KEY);
    this.#cache = directory ? createFileCache({ directory }) : undefined;
  }

  /**
   * Builds the site of `inputDir` into `outputDir`.
   *
   * @throws InputError when `mkdocs.yml` cannot be read as YAML or there is no Markdown.
   * @throws NotAllowedError when `docs_dir` or a link in it leads out of `inputDir`.
   */
  async run(options: GeneratorRunOptions): Promise<void> {
    const { logger } = options;
    const { buildSite } = await loadBuilder();
    const result = await buildSite({
      inputDir: options.inputDir,
      outputDir: options.outputDir,
      siteName: options.siteOptions?.name,
      etag: options.etag,
      iframeHosts: this.#iframeHosts,
      cache: this.#cache,
      sourceLinks: docsDir =>
        resolveSourceLinks({
          location: options.parsedLocationAnnotation,
          integrations: this.#integrations,
          docsDir,
        }),
      report: message => logger.warn(message),
      tell: message => logger.info(message),
      onProgress: progressLines({
        write: (line, docs) => logger.info(line, { docs }),
      }),
    });
    const kept = result.pages - result.rendered;
    logger.info(
      `Built ${result.pages} pages and copied ${result.assets} other files${
        this.#cache && kept > 0
          ? `; ${result.rendered} of the pages had changed`
          : ''
      }`,
    );
  }
}
