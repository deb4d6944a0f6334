import type { z } from 'zod';
import type { GithubSettings } from '../../config/GithubSettings';
import type { peoplePayload } from '../payloads/payloadSchemas';
import type { Reaction } from './Reaction';

/** People, teams and memberships. The access of a team may also decide whose an inferred entity is. */
export function onPeople(options: {
  event: 'organization' | 'team' | 'membership' | 'member';
  payload: z.infer<typeof peoplePayload>;
  raw: unknown;
  host: string;
  settings: GithubSettings;
}): Reaction[] {
  const { event, payload, raw, host, settings } = options;
  const { action, organization, repository } = payload;
  const organisation = organization?.login;
  const reactions: Reaction[] = [
    { kind: 'people', event: { host, name: event, payload: raw } },
  ];
  if (organisation && event === 'organization' && action === 'renamed') {
    reactions.push({
      kind: 'reconcile',
      host,
      owner: organisation,
      reason: 'the organisation was renamed',
    });
  }
  if (event === 'team' && repository && settings.inference) {
    reactions.push({
      kind: 'hint',
      hint: {
        host,
        owner: repository.owner.login,
        name: repository.name,
        repositoryId: repository.node_id,
        reason: 'repository',
      },
    });
  }
  return reactions;
}
