import type { RepositoryRead } from '../github/RepositoryRead';
import type { MirrorContext } from './MirrorContext';

/** Whether the owners of some of these repositories may be inferred, by their files: those that may have no descriptor. */
export function needsTeams(options: {
  settings: Pick<MirrorContext['settings'], 'inference'>;
  files: RepositoryRead['files'][];
}): boolean {
  const { settings, files } = options;
  return (
    settings.inference !== undefined &&
    files.some(each =>
      Object.values(each).every(({ state }) => state !== 'present'),
    )
  );
}
