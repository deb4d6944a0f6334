import { TOOL_CACHE } from '../files/workspacePaths';
import type { Action } from './ActionCall';

/**
 * `actions/setup-node` and the like: says that the tool is there and sets the version output. The tool itself is not
 * there: what a script calls has to be declared.
 */
export function setupTool(tool: string): Action {
  return async call => {
    const { state, frame, inputs, outputs } = call;
    const { log } = frame;
    const file = inputs[`${tool}-version-file`];
    const path = file ? `${state.workspace}/${file}` : undefined;
    const version =
      inputs[`${tool}-version`] ||
      inputs.version ||
      (path && (await state.fs.exists(path))
        ? (await state.fs.readFile(path)).trim().split(/\r?\n/)[0]
        : '');
    if (path && !version) {
      log.write(
        `##[warning]The specified ${tool} version file at: ${path} does not exist.`,
      );
    }
    log.write(
      version
        ? `Found in cache @ ${TOOL_CACHE}/${tool}/${version}/x64`
        : `Using the ${tool} of the runner image`,
    );
    outputs[`${tool}-version`] = version;
    outputs['cache-hit'] = 'false';
    state.cleanups.push({
      name: `Post ${call.name}`,
      run: async postLog => postLog.write('Post job cleanup.'),
    });
    return true;
  };
}
