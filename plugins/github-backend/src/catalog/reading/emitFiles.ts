import {
  type CatalogProcessorEmit,
  type CatalogProcessorParser,
} from '@backstage/plugin-catalog-node';
import type { FilesAnswer } from '../../store/MirrorView';
import { withFreshness } from './withFreshness';

/** Emits what is in files of the mirror, as stock's reader of URLs does for files that it has read. */
export async function emitFiles(options: {
  files: Extract<FilesAnswer, { state: 'present' }>['files'];
  emit: CatalogProcessorEmit;
  parser: CatalogProcessorParser;
}): Promise<void> {
  const { files, emit, parser } = options;
  for (const file of files) {
    const results = parser({
      data: Buffer.from(file.text, 'utf8'),
      location: { type: 'url', target: file.url },
    });
    for await (const result of results) {
      emit(
        result.type === 'entity'
          ? {
              ...result,
              entity: withFreshness({ entity: result.entity, file }),
            }
          : result,
      );
    }
  }
}
