import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { issueToken } from '../../access/issueToken';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { git, runClient } from '../../git/__testUtils__/runClient';
import { startTestSandbox } from '../../testing/startTestSandbox';

/** Other features add events of their own to a push. */
const OF_GIT = ['push', 'create', 'delete', 'gollum'];

/** A test sandbox with a folder for clones, and what happened to refs in it so far. */
export async function startGitTest() {
  const sandbox = await startTestSandbox();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clones-'));
  const events: SandboxEvent[] = [];
  sandbox.sandbox.events.on(event => {
    if (OF_GIT.includes(event.name)) events.push(event);
  });

  /** Where a person, or a token, finds a repository. */
  const remote = (options: { repository: string; as?: string }) => {
    const { repository, as } = options;
    const token = sandbox.tokens[as as keyof typeof sandbox.tokens] ?? as ?? '';
    const url = new URL(`${sandbox.url}/${repository}.git`);
    if (token) {
      url.username = 'x-access-token';
      url.password = token;
    }
    return url.toString();
  };

  return {
    ...sandbox,
    folder,
    events,
    remote,
    /** Clones into a folder of its own, and returns the folder. */
    async clone(options: { repository: string; as?: string }) {
      const directory = fs.mkdtempSync(path.join(folder, 'clone-'));
      await git(folder, 'clone', '-q', remote(options), directory);
      return directory;
    },
    /** Commits a file in a clone. */
    async commit(options: { clone: string; file: string; content: string }) {
      const file = path.join(options.clone, options.file);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, options.content);
      await git(options.clone, 'add', '.');
      await git(options.clone, 'commit', '-q', '-m', `Change ${options.file}`);
      return git(options.clone, 'rev-parse', 'HEAD');
    },
    /** A classic token of mel, who may push to shop, with these scopes. */
    tokenOf(scopes: string[]) {
      return issueToken({
        sandbox: sandbox.sandbox,
        kind: 'classic',
        values: { userId: sandbox.mel.id, scopes },
      }).secret;
    },
    run: (clone: string, ...args: string[]) => runClient({ cwd: clone, args }),
    async stop() {
      await sandbox.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
