import type { BuildOutcome } from './BuildOutcome';

/** Reads the stream of server-sent events with which TechDocs answers a request to sync: a log, then `finish` or `error`. */
export function readSyncOutcome(stream: string): BuildOutcome {
  for (const event of stream.split('\n\n')) {
    const [, name, data] =
      /^event: (finish|error)\ndata: (.*)$/.exec(event) ?? [];
    if (name === 'finish') {
      return { status: JSON.parse(data).updated ? 'built' : 'unchanged' };
    }
    if (name === 'error') {
      return { status: 'failed', reason: String(JSON.parse(data)) };
    }
  }
  return { status: 'failed', reason: 'the build was cut short' };
}
