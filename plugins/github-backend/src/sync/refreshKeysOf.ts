import type { KnownFile, KnownRepository } from '../store/MirrorView';

/**
 * What entities that were read from these files are refreshed by: as in stock, both forms of each URL, and those of the patterns that name
 * the file.
 */
export function refreshKeysOf(options: {
  repository: KnownRepository;
  files: Pick<KnownFile, 'ref' | 'path'>[];
  patterns: { ref: string; pattern: string }[];
}): string[] {
  const { repository, files, patterns } = options;
  const keys = new Set<string>();
  for (const { ref, path } of files) {
    const branch = ref === 'HEAD' ? repository.defaultBranch : ref;
    const paths = [
      path,
      ...patterns.filter(each => each.ref === ref).map(each => each.pattern),
    ];
    for (const each of paths) {
      keys.add(`url:${repository.url}/blob/${branch}/${each}`);
      keys.add(`url:${repository.url}/tree/${branch}/${each}`);
    }
  }
  return [...keys];
}
