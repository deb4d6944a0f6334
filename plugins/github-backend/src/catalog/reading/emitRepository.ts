import {
  type CatalogProcessorEmit,
  type CatalogProcessorParser,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { GithubSettings } from '../../config/GithubSettings';
import { DEFAULT_INFERENCE } from '../../config/readInference';
import { inferComponent } from '../../inferred/inferComponent';
import { stampOfAbsence } from '../../inferred/stampOfAbsence';
import { withStamp } from '../../inferred/withStamp';
import type { Lacks } from '../../people/owners/Lacks';
import type { KnownRepository } from '../../store/MirrorView';
import { describes } from '../entities/describes';
import { emitFiles } from './emitFiles';

/**
 * Emits what is in a repository: the entities of its descriptors, or where it has none an inferred one, also where inference is off, since
 * somebody has asked for it. Its descriptors' refresh keys come along, also of those that may appear.
 */
export async function emitRepository(options: {
  repository: KnownRepository;
  settings: GithubSettings;
  /** That may write to it, best first. */
  teams?: { slug: string; permission: string }[];
  /** Whom CODEOWNERS may not mean. */
  lacks?: Lacks;
  emit: CatalogProcessorEmit;
  parser: CatalogProcessorParser;
}): Promise<void> {
  const { repository, settings, teams, lacks, emit, parser } = options;
  const { url, defaultBranch, files } = repository;
  const urlOf = (kind: string, { ref, path }: { ref: string; path: string }) =>
    `${url}/${kind}/${ref === 'HEAD' ? defaultBranch : ref}/${path}`;

  const described = files.filter(describes);
  for (const file of described.filter(({ state }) => state === 'unread')) {
    const target = urlOf('tree', file);
    const message = `Unable to read url, GitHub did not give the text of ${target}`;
    emit(processingResult.generalError({ type: 'url', target }, message));
  }
  await emitFiles({
    files: described.map(file => ({
      ...file,
      url: urlOf('tree', file),
      text: file.text ?? '',
      oid: file.oid ?? '',
    })),
    emit,
    parser,
  });
  if (described.length === 0) {
    const inference = settings.inference ?? DEFAULT_INFERENCE;
    // Whoever registers a repository wants it, whatever the rules leave out.
    const rules = inference.rules.map(rule => ({ ...rule, exclude: false }));
    const result = inferComponent({
      ...{ repository, settings, teams, lacks },
      inference: { ...inference, rules },
    });
    if (result.state === 'inferred') {
      const stamp = stampOfAbsence(repository);
      const entity = stamp
        ? withStamp({ entity: result.entity, stamp })
        : result.entity;
      emit(processingResult.entity({ type: 'url', target: url }, entity));
    }
  }
  for (const file of files) {
    emit(processingResult.refresh(`url:${urlOf('tree', file)}`));
    emit(processingResult.refresh(`url:${urlOf('blob', file)}`));
  }
}
