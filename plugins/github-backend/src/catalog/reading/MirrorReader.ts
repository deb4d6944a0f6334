import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  type CatalogProcessorParser,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { GithubSettings } from '../../config/GithubSettings';
import type { MirrorView } from '../../store/MirrorView';
import { readTarget, type Target } from '../../store/readTarget';
import type { createLookUp } from './createLookUp';
import { emitFiles } from './emitFiles';
import { emitRepository } from './emitRepository';
import { findRepository } from './findRepository';

export type MirrorReaderOptions = {
  view: () => Promise<MirrorView | undefined>;
  lookUp: ReturnType<typeof createLookUp>;
  /** Hosts of all GitHubs, as in URLs. */
  hosts: () => string[];
  settings: GithubSettings;
};

/**
 * Reads locations at GitHub from the mirror, which has their text already. What the mirror does not hold is left to the reader of URLs, and
 * so is a location that must be there and is not in the mirror: it may have been pushed a moment ago. A repository's own URL is a location
 * too: of its descriptors, or of an inferred component.
 */
export class MirrorReader implements CatalogProcessor {
  readonly #options: MirrorReaderOptions;

  constructor(options: MirrorReaderOptions) {
    this.#options = options;
  }

  getProcessorName(): string {
    return 'GithubMirrorReader';
  }

  /** Before the reader of URLs, which has 20. */
  getPriority(): number {
    return 10;
  }

  async readLocation(
    location: LocationSpec,
    optional: boolean,
    emit: CatalogProcessorEmit,
    parser: CatalogProcessorParser,
  ): Promise<boolean> {
    const target =
      location.type === 'url' ? readTarget(location.target) : undefined;
    if (!target || !this.#options.hosts().includes(target.host.toLowerCase())) {
      return false;
    }
    const view = await this.#options.view();
    if (!view) {
      return false;
    }
    const reading = { location, optional, emit, parser, target, view };
    return target.rest?.includes('/')
      ? await this.#readFiles(reading)
      : await this.#readRepository(reading);
  }

  async #readFiles(reading: Reading): Promise<boolean> {
    const { location, optional, emit, parser, view } = reading;
    const answer = await view.filesAt({ target: location.target });
    const files = answer.state === 'present' ? answer.files : [];
    const isAbsent = answer.state !== 'unknown' && files.length === 0;
    if (files.length === 0 && !(isAbsent && optional)) {
      return false;
    }
    await emitFiles({ files, emit, parser });
    emit(refresh(location));
    return true;
  }

  async #readRepository(reading: Reading): Promise<boolean> {
    const { location, optional, emit, target } = reading;
    const found = await findRepository({ ...this.#options, ...reading });
    if (found.state === 'found') {
      const { state: _, ...owned } = found;
      const { repository } = found;
      if (target.rest && target.rest !== repository.defaultBranch) {
        return false;
      }
      const { settings } = this.#options;
      await emitRepository({ ...reading, ...owned, settings });
    } else if (found.state === 'unknown') {
      const message = `Unable to read url, ${location.target}: ${found.reason}`;
      emit(processingResult.generalError(location, message));
    } else if (!optional) {
      const message = `Unable to read url, there is no repository ${target.owner}/${target.name} at ${target.host} that the portal's credential may see`;
      emit(processingResult.notFoundError(location, message));
    }
    emit(refresh(location));
    return true;
  }
}

type Reading = {
  location: LocationSpec;
  optional: boolean;
  emit: CatalogProcessorEmit;
  parser: CatalogProcessorParser;
  target: Target;
  view: MirrorView;
};

function refresh({ type, target }: LocationSpec) {
  return processingResult.refresh(`${type}:${target}`);
}
