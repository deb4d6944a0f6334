import { FLUSH, pktLine } from './pktLine';
import { PushRequest } from './parsePush';

// Side-band packets hold at most 65520 bytes; small ones are always fine.
const CHUNK = 900;

function sideBand(channel: number, text: string | Buffer): Buffer[] {
  const data = Buffer.from(text);
  const packets: Buffer[] = [];
  for (let start = 0; start < data.length; start += CHUNK) {
    const part = data.subarray(start, start + CHUNK);
    packets.push(pktLine(Buffer.concat([Buffer.from([channel]), part])));
  }
  return packets;
}

/** The answer to a push of which nothing was done: `unpack` is `ok` or what failed, `reason` is given for every ref, `message` is shown line by line. */
export function formatReport(options: {
  request: PushRequest;
  unpack: string;
  reason: string;
  message?: string;
}): Buffer {
  const { request, unpack, reason, message } = options;
  const oneLine = reason.replace(/\s+/g, ' ');
  const report = Buffer.concat([
    pktLine(`unpack ${unpack}\n`),
    ...request.commands.map(({ ref }) => pktLine(`ng ${ref} ${oneLine}\n`)),
    FLUSH,
  ]);
  if (!request.capabilities.some(name => name.startsWith('side-band'))) {
    return report;
  }
  return Buffer.concat([
    ...(message ? sideBand(2, `${message.trimEnd()}\n`) : []),
    ...sideBand(1, report),
    FLUSH,
  ]);
}
