import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';

/** https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
const LONGEST_TYPE = 100;
const MOST_KEYS = 10;

/** Sends an event of the caller's own: webhooks are told, and workflows on the default branch may start. */
export const createRepositoryDispatch: Route = {
  route: 'POST /repos/{owner}/{repo}/dispatches',
  on: 'repository',
  access: {
    permission: { name: 'contents', level: 'write' },
    scopes: ['repo'],
    role: 'push',
  },
  handle(call) {
    const { sandbox, repository, viewer, body } = call;
    const { event_type: type, client_payload: payload = {} } = body;
    if (typeof type !== 'string') throw notSupplied('event_type');
    const refuse = (text: string) =>
      new GitHubError({ status: 422, message: `Invalid request.\n\n${text}` });
    if (type.length === 0 || type.length > LONGEST_TYPE) {
      throw refuse(
        `event_type must be between 1 and ${LONGEST_TYPE} characters.`,
      );
    }
    if (typeof payload !== 'object' || Array.isArray(payload)) {
      throw refuse(
        `For 'properties/client_payload', ${JSON.stringify(
          payload,
        )} is not an object.`,
      );
    }
    const keys = Object.keys(payload ?? {}).length;
    if (keys > MOST_KEYS) {
      throw refuse(
        `No more than ${MOST_KEYS} properties are allowed; ${keys} were supplied.`,
      );
    }
    sandbox.events.emit({
      name: 'repository_dispatch',
      action: type,
      repository,
      clientPayload: payload ?? {},
      sender: actorOf(viewer),
    });
    return { status: 204 };
  },
};
