import { isoSeconds } from '../../core/isoSeconds';
import { ENTERPRISE_VERSION } from '../../http/responseHeaders';
import { licences } from '../../repositories/licences/licences';
import type { GraphqlContext } from '../GraphqlContext';
import { findNode, findTextNode } from '../ids/findNode';
import { Problem } from '../Problem';
import { search } from '../search/search';
import { source } from '../sources/source';
import { organisationByLogin } from './accounts/organisationByLogin';
import { userByLogin } from './accounts/userByLogin';
import { findVisibleRepository } from './repositories/findVisibleRepository';
import type { Resolvers } from './Resolvers';
import { resourceAt } from './resourceAt';

/** The most ids that `nodes` takes. */
const MOST_IDS = 100;

/** https://docs.github.com/graphql/reference/queries */
export const Query: Resolvers<unknown> = {
  id: () => 'Q_query',
  relay: parent => parent,
  viewer: (_parent, _args, { viewer }) =>
    source.user(viewer.kind === 'user' ? viewer.user : viewer.bot),
  user(_parent, { login }, context) {
    const user = userByLogin({ login, context });
    if (user) return source.account(user);
    throw notResolved(`a User with the login of '${login}'`);
  },
  organization: (_parent, { login }, context) =>
    organisationByLogin({ login, context }),
  repositoryOwner(_parent, { login }, context) {
    const user = userByLogin({ login, context });
    if (user) return source.account(user);
    return context.sandbox.state.organisations.first(
      'login',
      login.toLowerCase(),
    )
      ? organisationByLogin({ login, context })
      : null;
  },
  repository: (_parent, { owner, name, followRenames }, context) =>
    findVisibleRepository({ context, owner, name, followRenames }),
  node: (_parent, { id }, context) => resolveId(id, context),
  nodes(_parent, { ids }, context) {
    if (ids.length > MOST_IDS) {
      throw new Problem({
        type: 'ARGUMENT_LIMIT',
        message: `You may not provide more than ${MOST_IDS} node ids; you provided ${ids.length}.`,
      });
    }
    return ids.map((id: string) =>
      resolveId(id, context).catch(problem => problem),
    );
  },
  resource: (_parent, { url }, context) => resourceAt({ url, context }),
  search: (_parent, args, context) => search({ args, context }),
  rateLimit(_parent, _args, { rate }) {
    const { limit, remaining, used, reset } = rate.status();
    return {
      cost: rate.cost,
      nodeCount: rate.nodeCount,
      limit,
      remaining,
      used,
      resetAt: isoSeconds(new Date(reset * 1000)),
    };
  },
  topic: (_parent, { name }, { sandbox }) =>
    sandbox.state.repositories.all().some(({ topics }) => topics.includes(name))
      ? source.topic(name)
      : null,
  license: (_parent, { key }) =>
    licences.some(licence => licence.key === key.toLowerCase())
      ? source.license(key.toLowerCase())
      : null,
  licenses: () => licences.map(({ key }) => source.license(key)),
  codesOfConduct: () => [],
  codeOfConduct: () => null,
  meta: () => ({
    gitHubServicesSha: '0'.repeat(40),
    gitIpAddresses: ['127.0.0.1/32'],
    hookIpAddresses: ['127.0.0.1/32'],
    importerIpAddresses: [],
    githubEnterpriseImporterIpAddresses: [],
    pagesIpAddresses: [],
    isPasswordAuthenticationVerifiable: false,
    installedVersion: ENTERPRISE_VERSION,
  }),
};

async function resolveId(id: string, context: GraphqlContext) {
  const node =
    findNode({ id, context }) ?? (await findTextNode({ id, context }));
  if (node) return node;
  throw notResolved(`a node with the global id of '${id}'`);
}

function notResolved(what: string): Problem {
  return new Problem({
    type: 'NOT_FOUND',
    message: `Could not resolve to ${what}.`,
  });
}
