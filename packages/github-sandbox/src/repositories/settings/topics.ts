import { actorOf } from '../../access';
import { validationFailed } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';

/** Lower-case letters, digits and hyphens: https://docs.github.com/rest/repos/repos#replace-all-repository-topics */
const TOPIC = /^[a-z0-9][a-z0-9-]{0,49}$/;

/** What a repository is about. */
export const topicRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/topics',
    on: 'repository',
    handle: ({ repository }) => ({ body: { names: repository.topics } }),
  },
  {
    route: 'PUT /repos/{owner}/{repo}/topics',
    on: 'repository',
    access: {
      permission: { name: 'administration', level: 'write' },
      role: 'maintain',
    },
    handle({ sandbox, repository, body, viewer }) {
      if (!Array.isArray(body.names)) throw notSupplied('names');
      const names = [
        ...new Set<string>(
          body.names.map((name: unknown) => String(name).toLowerCase()),
        ),
      ];
      if (names.length > 20) {
        throw validationFailed({
          errors: ['A repository cannot have more than 20 topics.'],
        });
      }
      if (!names.every(name => TOPIC.test(name))) {
        throw validationFailed({
          errors: [
            'Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.',
          ],
        });
      }
      const before = repository.topics;
      repository.topics = names;
      repository.updatedAt = sandbox.clock.iso();
      sandbox.events.emit({
        name: 'repository',
        action: 'edited',
        repository,
        sender: actorOf(viewer),
        changes: { topics: { from: before } },
      });
      return { body: { names } };
    },
  },
];
