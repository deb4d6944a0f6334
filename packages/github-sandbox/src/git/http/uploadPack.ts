import { PassThrough, Readable } from 'node:stream';
import { Core } from '../Core';
import { streamGit } from './streamGit';

/** Sends a client what it asks for: a clone or a fetch. */
export function uploadPack(options: {
  core: Core;
  body: Readable;
  protocol?: string;
}): Readable {
  const { core, body, protocol } = options;
  const output = new PassThrough();
  streamGit({
    args: ['upload-pack', '--stateless-rpc', core.directory],
    protocol,
    body,
    output,
  });
  return output;
}
