import type { StepLog } from '../log/StepLog';
import type { ActionCall } from './ActionCall';
import { namedFiles } from './namedFiles';

/**
 * `actions/cache`: restores now, and saves after a job that succeeded.
 *
 * https://github.com/actions/cache#usage
 */
export async function cache(call: ActionCall): Promise<boolean> {
  const { state, inputs, outputs } = call;
  await restore(call);
  state.cleanups.push({
    name: `Post ${call.name}`,
    condition: () => state.status === 'success',
    run: async log => {
      if (outputs['cache-hit'] === 'true') {
        log.write(
          `Cache hit occurred on the primary key ${inputs.key}, not saving cache.`,
        );
        return;
      }
      await save(call, log);
    },
  });
  return true;
}

/** `actions/cache/restore` */
export async function restoreCache(call: ActionCall): Promise<boolean> {
  await restore(call);
  return true;
}

/** `actions/cache/save` */
export async function saveCache(call: ActionCall): Promise<boolean> {
  await save(call, call.frame.log);
  return true;
}

async function restore(call: ActionCall): Promise<void> {
  const { state, frame, inputs, outputs } = call;
  const { log } = frame;
  const keys = [
    inputs.key ?? '',
    ...(inputs['restore-keys'] ?? '')
      .split(/\r?\n/)
      .map(key => key.trim())
      .filter(key => key !== ''),
  ];
  const found = await state.options.cache?.restore({ keys });
  outputs['cache-primary-key'] = inputs.key ?? '';
  if (!found) {
    outputs['cache-hit'] = '';
    log.write(`Cache not found for input keys: ${keys.join(', ')}`);
    return;
  }
  for (const [path, content] of found.files) {
    await state.fs.mkdir(path.slice(0, path.lastIndexOf('/')) || '/', {
      recursive: true,
    });
    await state.fs.writeFile(path, new Uint8Array(content));
  }
  outputs['cache-hit'] = String(found.key === inputs.key);
  outputs['cache-matched-key'] = found.key;
  log.write(`Cache restored from key: ${found.key}`);
}

async function save(call: ActionCall, log: StepLog): Promise<void> {
  const { state, inputs } = call;
  const key = inputs.key ?? '';
  const { files } = await namedFiles({
    state,
    path: inputs.path ?? '',
    includeHidden: true,
  });
  if (files.size === 0) {
    log.write(
      '##[warning]Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.',
    );
    return;
  }
  await state.options.cache?.save({ key, files });
  log.write(`Cache saved with key: ${key}`);
}
