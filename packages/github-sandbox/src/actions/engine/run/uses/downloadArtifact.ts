import { matchFiles } from '../files/matchFiles';
import { resolveInWorkspace } from '../files/workspacePaths';
import { writeTree } from '../files/writeTree';
import { failStep } from '../steps/failStep';
import type { ActionCall } from './ActionCall';
import { deprecatedVersion } from './deprecatedVersion';

/**
 * `actions/download-artifact`: of this run only.
 *
 * https://github.com/actions/download-artifact#usage
 */
export async function downloadArtifact(call: ActionCall): Promise<boolean> {
  const { state, frame, inputs, outputs } = call;
  const { log } = frame;
  if (deprecatedVersion(call, 'download-artifact', 3)) {
    return false;
  }
  const folder = resolveInWorkspace({
    workspace: state.workspace,
    path: inputs.path || '.',
  });
  // An artifact that was overwritten is there twice: the later one counts.
  const all = new Map(
    [...(state.options.artifacts ?? []), ...state.artifacts].map(artifact => [
      artifact.name,
      artifact,
    ]),
  );
  outputs['download-path'] = folder;
  if (inputs.name) {
    const artifact = all.get(inputs.name);
    if (!artifact) {
      failStep({
        state,
        log,
        message: `Unable to download artifact(s): Artifact not found for name: ${inputs.name}`,
      });
      return false;
    }
    log.write('Downloading single artifact');
    await writeTree({ fs: state.fs, folder, files: artifact.files });
    log.write(
      `Artifact ${artifact.name} downloaded to ${folder}\nTotal of 1 artifact(s) downloaded`,
    );
    return true;
  }
  const names = inputs.pattern
    ? matchFiles({ paths: all.keys(), patterns: [inputs.pattern] })
    : [...all.keys()];
  for (const name of names) {
    await writeTree({
      fs: state.fs,
      folder:
        inputs['merge-multiple'] === 'true' ? folder : `${folder}/${name}`,
      files: all.get(name)?.files ?? [],
    });
  }
  log.write(`Total of ${names.length} artifact(s) downloaded`);
  return true;
}
