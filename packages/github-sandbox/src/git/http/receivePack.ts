import { PassThrough, Readable } from 'node:stream';
import { Core } from '../Core';
import { runGit } from '../process/runGit';
import { PushRefusal, RefChange, RefusePush } from '../types';
import { formatReport } from './formatReport';
import { PushRequest } from './parsePush';
import { readPush } from './readPush';
import { refChanges, toRefChange } from './refChanges';
import { Spooled, spool } from './spool';
import { unpackPush } from './unpackPush';

interface Push {
  core: Core;
  spooled: Spooled;
  protocol?: string;
  refuse?: RefusePush;
}

/** Takes a push (see `GitRepository.receivePack`). */
export function receivePack(options: {
  core: Core;
  body: Readable;
  protocol?: string;
  refuse?: RefusePush;
}): { output: Readable; changes: Promise<RefChange[]> } {
  const { core, body, protocol, refuse } = options;
  const output = new PassThrough();
  // Who only awaits the changes hears of an error there.
  output.on('error', () => {});
  const received = (async () => {
    const spooled = await spool({ directory: core.directory, body });
    try {
      const push = { core, spooled, protocol, refuse };
      return await core.mutex.run(() => receive(push));
    } finally {
      await spooled.remove();
    }
  })();
  const changes = received.then(done => done.changes);
  // Who awaits the changes gets them before the client has its answer.
  changes.then(
    async () => output.end((await received).answer),
    error => output.destroy(error),
  );
  return { output, changes };
}

async function receive(
  push: Push,
): Promise<{ answer: Buffer; changes: RefChange[] }> {
  const { core, spooled, protocol, refuse } = push;
  const request = await readPush({ spooled });
  if (request && request.commands.length > 0 && refuse) {
    const refused = await askRefusal({ ...push, request, refuse });
    if (refused) {
      return { answer: refused, changes: [] };
    }
  }
  const before = await core.refs.list();
  const body = await spooled.open(0);
  try {
    const { stdout } = await runGit({
      args: ['receive-pack', '--stateless-rpc', core.directory],
      protocol,
      stdin: body.fd,
      // Git tells the client in its answer what is wrong with a push.
      allowed: [0, 1, 128],
    });
    const after = await core.refs.list();
    return {
      answer: stdout,
      changes: await refChanges({ core, before, after }),
    };
  } finally {
    await body.close();
  }
}

// The answer to the client if the push is not to be taken.
async function askRefusal(
  options: Push & { request: PushRequest; refuse: RefusePush },
): Promise<Buffer | undefined> {
  const { core, request, refuse } = options;
  if (!(await unpackPush(options))) {
    const unpack = 'unpack-objects abnormal exit';
    return formatReport({ request, unpack, reason: 'unpacker error' });
  }
  const updates: RefChange[] = [];
  for (const { ref, after } of request.commands) {
    const before = await core.refs.read(ref);
    updates.push(await toRefChange({ core, ref, before, after }));
  }
  const refusal = await refuse(updates);
  const { reason, message }: Partial<PushRefusal> =
    typeof refusal === 'string' ? { reason: refusal } : refusal ?? {};
  return reason === undefined
    ? undefined
    : formatReport({ request, unpack: 'ok', reason, message });
}
