import { PassThrough, Readable } from 'node:stream';
import { Core } from '../Core';
import { GitService } from '../types';
import { FLUSH, pktLine } from './pktLine';
import { streamGit } from './streamGit';

/** What a repository offers to a client. See https://git-scm.com/docs/http-protocol#_smart_clients */
export function advertise(options: {
  core: Core;
  service: GitService;
  protocol?: string;
}): Readable {
  const { core, service, protocol } = options;
  const output = new PassThrough();
  output.write(Buffer.concat([pktLine(`# service=${service}\n`), FLUSH]));
  streamGit({
    args: [
      service.slice('git-'.length),
      '--http-backend-info-refs',
      core.directory,
    ],
    protocol,
    output,
  });
  return output;
}
