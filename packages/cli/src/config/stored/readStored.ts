import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { StoredCredential } from '@callboard/plugin-github-node';
import { valueAt } from '../valueAt';
import { githubNode } from './githubNode';

/** What a person would call the place. */
export const STORED_LABEL = 'the data directory';

/** The credentials that the portal was given while it ran. */
export interface StoredInDataDirectory {
  /** Absolute; it need not be there. Undefined when the configuration names none. */
  file: string | undefined;
  credentials: StoredCredential[];
  warnings: string[];
}

/** Reads the file that `callboard.github.storedCredentials` names. A damaged one is a warning: the portal starts with what else there is. */
export function readStored(options: {
  /** Of the layers that presets do not decide about. */
  data: JsonObject;
  root: string;
}): StoredInDataDirectory {
  const { data, root } = options;
  const key = valueAt(data, 'callboard.github.storedCredentials');
  const file =
    typeof key === 'string' && key ? path.resolve(root, key) : undefined;
  if (!file || !fs.existsSync(file)) {
    return { file, credentials: [], warnings: [] };
  }
  const { openStoredCredentials } = githubNode();
  const warnings: string[] = [];
  const say = (message: string) => warnings.push(message);
  const logger = {
    error: say,
    warn: say,
    info() {},
    debug() {},
    child: () => logger,
  };
  const stored = openStoredCredentials({ file, logger, now: () => new Date() });
  const credentials = stored.list();
  stored.close();
  return { file, credentials, warnings };
}
