import { failStep } from '../steps/failStep';
import type { ActionCall } from './ActionCall';
import { deprecatedVersion } from './deprecatedVersion';
import { namedFiles } from './namedFiles';

/**
 * `actions/upload-artifact`
 *
 * https://github.com/actions/upload-artifact#usage
 */
export async function uploadArtifact(call: ActionCall): Promise<boolean> {
  const { state, frame, inputs, outputs } = call;
  const { log } = frame;
  if (deprecatedVersion(call, 'upload-artifact', 3)) {
    return false;
  }
  const name = inputs.name || 'artifact';
  const { root, files } = await namedFiles({
    state,
    path: inputs.path ?? '',
    includeHidden: inputs['include-hidden-files'] === 'true',
  });
  if (files.size === 0) {
    return noFiles(call);
  }
  const overwrite = inputs.overwrite === 'true';
  const existing = [
    ...(state.options.artifacts ?? []),
    ...state.artifacts,
  ].some(artifact => artifact.name === name);
  if (existing && !overwrite) {
    failStep({
      state,
      log,
      message:
        'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    });
    return false;
  }
  log.write(
    `With the provided path, there will be ${files.size} ${
      files.size === 1 ? 'file' : 'files'
    } uploaded`,
  );
  log.write('Artifact name is valid!');
  log.write('Root directory input is valid!');
  const at = state.artifacts.findIndex(artifact => artifact.name === name);
  if (at >= 0) {
    state.artifacts.splice(at, 1);
  }
  const retention = Number(inputs['retention-days']);
  state.artifacts.push({
    name,
    files: new Map(
      [...files].map(([path, content]) => [relative(root, path), content]),
    ),
    ...(retention > 0 && { retentionDays: retention }),
  });
  outputs['artifact-name'] = name;
  log.write(`Artifact ${name}.zip successfully finalized.`);
  log.write(
    `Artifact ${name} has been successfully uploaded! Final size is ${[
      ...files.values(),
    ].reduce((sum, content) => sum + content.length, 0)} bytes.`,
  );
  return true;
}

function relative(root: string, path: string): string {
  return path === root
    ? path.slice(path.lastIndexOf('/') + 1)
    : path.slice(root === '/' ? 1 : root.length + 1);
}

function noFiles(call: ActionCall): boolean {
  const { state, frame, inputs } = call;
  const { log } = frame;
  const text = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
  switch (inputs['if-no-files-found']) {
    case 'error':
      failStep({ state, log, message: text });
      return false;
    case 'ignore':
      log.write(text);
      return true;
    default:
      log.write(`##[warning]${text}`);
      state.annotations.push({
        level: 'warning',
        message: text,
        path: '.github',
        startLine: log.length,
        endLine: log.length,
      });
      return true;
  }
}
