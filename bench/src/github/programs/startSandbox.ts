import { BenchError } from '../../BenchError';
import type { LoggedRequest } from '../requests/LoggedRequest';
import type { SandboxReport, SandboxSettings } from './messages';
import { startProgram } from './startProgram';

/** A sandbox that answers, in a process of its own. */
export interface RunningSandbox {
  url: string;
  /** Of a person who may push everywhere. */
  ownerToken: string;
  /** From the start of the process until it answered. */
  readyAfterMs: number;
  /** Resolves when every repository is on disk, and GraphQL was asked something: the first such request waits for the schema. */
  complete(): Promise<void>;
  /** The requests that came in after the one with this number, oldest first. */
  requestsSince(id: number): Promise<LoggedRequest[]>;
  stop(): Promise<void>;
}

export async function startSandbox(options: {
  bundle: string;
  /** For its log and its configuration. */
  folder: string;
  settings: SandboxSettings;
}): Promise<RunningSandbox> {
  const { bundle, folder, settings } = options;
  const program = await startProgram<SandboxReport>({
    name: 'sandbox',
    config: settings,
    ...{ bundle, folder },
  });
  const { url, ownerToken } = await program.reported('ready');
  // `/zen` is free of charge and of a credential.
  const answer = await fetch(`${url}/zen`);
  if (!answer.ok) throw new BenchError(`The sandbox answers ${answer.status}`);
  const readyAfterMs =
    performance.now() - program.startedAt - settings.latencyMs;
  return {
    ...{ url, ownerToken, readyAfterMs },
    stop: program.stop,
    async complete() {
      await program.reported('complete');
      const warm = await fetch(`${url}/api/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ownerToken}` },
        body: JSON.stringify({ query: 'query { viewer { login } }' }),
      });
      const { data } = (await warm.json()) as {
        data?: { viewer?: { login: string } };
      };
      if (!data?.viewer) throw new BenchError('The sandbox has no GraphQL');
    },
    async requestsSince(id) {
      const response = await fetch(`${url}/_sandbox/requests?since=${id}`, {
        headers: { authorization: `Bearer ${settings.controlToken}` },
      });
      return ((await response.json()) as { requests: LoggedRequest[] })
        .requests;
    },
  };
}
