import { readPktLines } from './pktLine';

const NO_OBJECT = '0'.repeat(40);

/** What a client asks for at the start of a push, before the pack. */
export interface PushRequest {
  commands: Array<{
    ref: string;
    before: string | undefined;
    after: string | undefined;
  }>;
  capabilities: string[];
  /** Where the pack starts. */
  packStart: number;
}

/** Reads the start of a push. Undefined if it is not there in full. See https://git-scm.com/docs/pack-protocol#_reference_update_request_and_packfile_transfer */
export function parsePush(body: Buffer): PushRequest | undefined {
  const packet = readPktLines(body);
  if (!packet) {
    return undefined;
  }
  const commands: PushRequest['commands'] = [];
  let capabilities: string[] = [];
  for (const line of packet.lines) {
    const [command, offered] = line.toString('utf8').split('\0');
    capabilities = offered ? offered.trim().split(' ') : capabilities;
    const match = /^([0-9a-f]{40}) ([0-9a-f]{40}) (.+?)\n?$/.exec(command);
    if (match) {
      const [before, after] = match
        .slice(1, 3)
        .map(sha => (sha === NO_OBJECT ? undefined : sha));
      commands.push({ ref: match[3], before, after });
    }
  }
  return { commands, capabilities, packStart: packet.end };
}
