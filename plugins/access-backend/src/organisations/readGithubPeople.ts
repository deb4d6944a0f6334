import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { PeopleOrganisation } from '@callboard/plugin-access-common';
import { z } from 'zod';
import { askPlugin } from './askPlugin';

const answer = z.array(
  z.object({
    host: z.string(),
    organisation: z.string(),
    lastPeopleAt: z.string().optional(),
    peopleProblem: z.object({ message: z.string() }).optional(),
    heldPeople: z
      .object({ remove: z.number(), of: z.number(), reason: z.string() })
      .optional(),
  }),
);

/** How the people of each organisation on GitHub do, by the plugin `github`. Undefined where it cannot be asked. */
export async function readGithubPeople(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): Promise<PeopleOrganisation[] | undefined> {
  try {
    const response = await askPlugin({
      ...options,
      pluginId: 'github',
      path: '/status',
    });
    if (!response.ok) return undefined;
    return answer
      .parse(await response.json())
      .map(
        ({ host, organisation, lastPeopleAt, peopleProblem, heldPeople }) => ({
          host,
          organisation,
          ...(lastPeopleAt && { lastReadAt: lastPeopleAt }),
          ...(peopleProblem && { problem: peopleProblem.message }),
          ...(heldPeople && { held: heldPeople }),
        }),
      );
  } catch {
    return undefined;
  }
}
