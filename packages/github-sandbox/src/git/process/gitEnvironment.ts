import { devNull } from 'node:os';

const SETTINGS: Array<[string, string]> = [
  ['safe.directory', '*'],
  ['core.hooksPath', devNull],
  ['core.quotePath', 'false'],
  // Pushed objects become loose ones, which are read in process. Nothing may pack them later.
  ['transfer.unpackLimit', '1000000000'],
  ['receive.unpackLimit', '1000000000'],
  ['fetch.unpackLimit', '1000000000'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['receive.autogc', 'false'],
  ['http.receivepack', 'true'],
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  // Broken objects are refused, as on GitHub; modes with a leading zero are in too many old histories.
  ['receive.fsckObjects', 'true'],
  ['receive.fsck.zeroPaddedFilemode', 'warn'],
  // Pull request refs are the server's.
  ['receive.hideRefs', 'refs/pull'],
  ['diff.renameLimit', '1000'],
];

const KEPT = ['PATH', 'Path', 'SYSTEMROOT', 'TMPDIR', 'TEMP'];

/**
 * The environment that git runs in: nothing of the person's or the machine's configuration, no hooks, no questions. Settings are given here
 * and not in each repository, so that they hold for one that was copied in.
 */
export function gitEnvironment(options?: {
  directory?: string;
  protocol?: string;
}): NodeJS.ProcessEnv {
  const kept = KEPT.filter(name => process.env[name] !== undefined);
  const settings = SETTINGS.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    ...Object.fromEntries(kept.map(name => [name, process.env[name]])),
    ...Object.fromEntries(settings),
    GIT_CONFIG_COUNT: String(SETTINGS.length),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ADVICE: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(options?.directory && { GIT_DIR: options.directory }),
    // The value comes from a request: only what git's protocol allows goes on.
    ...(options?.protocol &&
      /^[A-Za-z0-9=:._-]{1,100}$/.test(options.protocol) && {
        GIT_PROTOCOL: options.protocol,
      }),
  };
}
