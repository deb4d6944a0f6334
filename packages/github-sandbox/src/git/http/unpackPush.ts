import { Core } from '../Core';
import { runGit } from '../process/runGit';
import { PushRequest } from './parsePush';
import { Spooled } from './spool';

/**
 * Writes the objects of a push into the repository, checked as receive-pack checks them; no ref moves. False if they are broken. After a
 * refusal they stay, unreachable, as they do on GitHub.
 */
export async function unpackPush(options: {
  core: Core;
  request: PushRequest;
  spooled: Spooled;
}): Promise<boolean> {
  const { core, request, spooled } = options;
  if (request.commands.every(({ after }) => after === undefined)) {
    // Nothing but deletions: there is no pack.
    return true;
  }
  const pack = await spooled.open(request.packStart);
  try {
    const { code } = await runGit({
      args: ['unpack-objects', '-q', '--strict=zeroPaddedFilemode=warn'],
      directory: core.directory,
      stdin: pack.fd,
      allowed: [0, 1, 128],
    });
    return code === 0;
  } finally {
    await pack.close();
  }
}
