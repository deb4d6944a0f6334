import type { Artifact } from '../../core/state';
import { writeZip } from './writeZip';

const known = new WeakMap<Artifact, Buffer>();

/** The files of an artifact as the zip that GitHub hands out. */
export function archiveOf(artifact: Artifact): Buffer {
  const archive =
    known.get(artifact) ??
    writeZip({
      files: Object.entries(artifact.files).map(([path, content]) => ({
        path,
        content: Buffer.from(content, 'base64'),
      })),
      date: new Date(artifact.createdAt),
    });
  known.set(artifact, archive);
  return archive;
}
