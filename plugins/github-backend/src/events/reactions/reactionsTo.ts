import type { z } from 'zod';
import type { GithubSettings } from '../../config/GithubSettings';
import type { MirrorEvent } from '../handledEvents';
import {
  installationPayload,
  peoplePayload,
  pushPayload,
  repositoryPayload,
  wikiPayload,
} from '../payloads/payloadSchemas';
import { onInstallation } from './onInstallation';
import { onPeople } from './onPeople';
import { onPush } from './onPush';
import { onRepository } from './onRepository';
import type { Reaction } from './Reaction';

export type ReactionsOutcome =
  | { outcome: 'understood'; owner: string; reactions: Reaction[] }
  /** It has not the form that GitHub documents. */
  | { outcome: 'unreadable'; problem: string };

/** What an event asks for, by its payload alone. Pure. */
export function reactionsTo(options: {
  event: MirrorEvent;
  payload: unknown;
  host: string;
  settings: GithubSettings;
}): ReactionsOutcome {
  const { event, payload, host, settings } = options;
  switch (event) {
    case 'push':
      return read(pushPayload, payload, push => ({
        owner: push.repository.owner.login,
        reactions: onPush({ push, host, settings }),
      }));
    case 'repository':
      return read(repositoryPayload, payload, parsed => ({
        owner: parsed.repository.owner.login,
        reactions: onRepository({ payload: parsed, host }),
      }));
    case 'installation':
    case 'installation_repositories':
      return read(installationPayload, payload, parsed => ({
        owner: parsed.installation.account.login,
        reactions: [
          ...onInstallation({ event, payload: parsed, host }),
          { kind: 'people', event: { host, name: event, payload } },
        ],
      }));
    case 'gollum':
      return read(wikiPayload, payload, ({ repository }) => ({
        owner: repository.owner.login,
        reactions: [
          {
            kind: 'wiki',
            event: {
              host,
              owner: repository.owner.login,
              name: repository.name,
              repositoryId: repository.node_id,
            },
          },
        ],
      }));
    default:
      return read(peoplePayload, payload, parsed => ({
        owner:
          parsed.organization?.login ?? parsed.repository?.owner.login ?? '',
        reactions: onPeople({
          event,
          payload: parsed,
          raw: payload,
          host,
          settings,
        }),
      }));
  }
}

function read<T>(
  schema: z.ZodType<T>,
  payload: unknown,
  understand: (parsed: T) => { owner: string; reactions: Reaction[] },
): ReactionsOutcome {
  const parsed = schema.safeParse(payload);
  if (parsed.success) {
    return { outcome: 'understood', ...understand(parsed.data) };
  }
  const problem = parsed.error.issues
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
  return { outcome: 'unreadable', problem: problem.slice(0, 500) };
}
