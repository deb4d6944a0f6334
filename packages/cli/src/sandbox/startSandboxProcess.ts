import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';

/** Messages of `callboard sandbox` to whoever has forked it. */
type SandboxMessage = { ready: { url: string } } | { problems: Problem[] };

/**
 * Runs `callboard sandbox` beside the portal, in a process of its own: neither slows the other one's requests down, and calls between
 * them cross a real connection. It ends with this process. Throws a `ProblemsError` where it cannot start.
 */
export async function startSandboxProcess(options: {
  /** The root of the repository or of the image. */
  root: string;
  port: number;
  data: string;
  portalUrl: string;
}): Promise<void> {
  const { root, port, data, portalUrl } = options;
  const logFile = path.join(data, 'logs', 'sandbox.log');
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, 'a', 0o600);
  const child = fork(
    path.join(root, 'scripts', 'lib', 'command.js'),
    [
      'sandbox',
      ...['--port', `${port}`, '--data', data, '--portal', portalUrl],
    ],
    {
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C reaches the whole process group; the portal ends the sandbox itself, after its own last requests.
      detached: true,
    },
  );
  fs.closeSync(log);

  await new Promise<void>((resolve, reject) => {
    child.once('message', (message: SandboxMessage) =>
      'ready' in message
        ? resolve()
        : reject(new ProblemsError(message.problems)),
    );
    child.once('error', reject);
    child.once('exit', code =>
      reject(
        new ProblemsError([
          {
            code: 'sandbox',
            problem: 'the GitHub sandbox of the trial ended while starting',
            cause: `exit status ${code}`,
            where: logFile,
            remedy: `read the log; if its data is damaged, remove ${path.join(
              data,
              'sandbox',
            )}`,
          },
        ]),
      ),
    );
  });
  child.removeAllListeners('exit');
  child.once('exit', code =>
    process.stderr.write(
      `The GitHub sandbox has ended (exit status ${code}); its log is ${logFile}. Start the portal again to get it back.\n`,
    ),
  );
  child.unref();
  child.channel?.unref();
}
