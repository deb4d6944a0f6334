import type { TokenCredential } from '@callboard/plugin-github-node';
import type { Asked } from '../../facts/asking/Asked';
import type { Asker } from '../../facts/asking/createAsker';
import { tokenKind } from '../../facts/tokens/tokenKind';
import { tokenScopes } from '../../facts/tokens/tokenScopes';
import { abilities } from '../abilities/abilities';
import type { Ability } from '../abilities/Ability';
import { applies } from '../abilities/applies';
import { tokenAbility } from '../abilities/tokenAbility';
import { readSubject } from '../target/readSubject';
import type { Subject } from '../target/Subject';
import type { Serving } from './Serving';

/** A token serves: its scopes decide, and what its account may. */
export async function servedByToken(options: {
  asker: Asker;
  token: TokenCredential;
  owner?: string;
  repository?: string;
}): Promise<Serving> {
  const { asker, token, owner, repository } = options;
  const as = { token: token.id };
  const [user, subject, membership] = await Promise.all([
    asker.ask({ as, route: 'GET /user' }),
    readSubject({ asker, as, owner, repository }),
    owner
      ? asker.ask({
          as,
          route: 'GET /user/memberships/orgs/{org}',
          parameters: { org: owner },
        })
      : undefined,
  ]);
  const scopes = tokenScopes({
    token: token.token,
    header:
      subject.scopesHeader ??
      (user.outcome === 'silent' ? undefined : user.header('x-oauth-scopes')),
  });
  const wanted = abilities.filter(ability =>
    applies({ ability, subject, kind: 'token' }),
  );
  const answers = await Promise.all(
    wanted.map(async ability =>
      tokenAbility({
        ...{ ability, subject, scopes },
        account: user.outcome === 'answered' ? user.data?.login : undefined,
        membership: membershipIn(membership),
        probed: scopes
          ? undefined
          : await probe({ asker, as, ability, subject }),
        tokenPage: `${asker.host.webUrl}/settings/${
          tokenKind(token.token) === 'fine-grained'
            ? 'personal-access-tokens'
            : 'tokens'
        }`,
      }),
    ),
  );
  return {
    subject,
    abilities: answers,
    remark:
      subject.state.outcome === 'hidden' && repository
        ? `There is no ${owner}/${repository}, or the token may not see it; GitHub answers 404 to both.`
        : undefined,
  };
}

/** Who may not ask for it gets 403, and so nobody knows. */
function membershipIn(asked: Asked | undefined) {
  switch (asked?.outcome) {
    case 'answered':
      return asked.data?.state === 'active' ? asked.data.role : 'none';
    case 'refused':
      return asked.status === 404 ? 'none' : undefined;
    default:
      return undefined;
  }
}

/** What GitHub answers to a question that reads what an ability is about. */
async function probe(options: {
  asker: Asker;
  as: { token: string };
  ability: Ability;
  subject: Subject;
}): Promise<{ may: boolean } | undefined> {
  const { asker, as, ability, subject } = options;
  if (!ability.probe || subject.state.outcome !== 'readable') return undefined;
  const asked = await asker.ask({
    as,
    route: ability.probe,
    parameters: {
      owner: subject.owner,
      repo: subject.repository,
      per_page: 1,
    },
  });
  switch (asked.outcome) {
    case 'answered':
      return { may: true };
    case 'refused':
      // An empty repository has no files to read.
      return {
        may: asked.status === 404 && /empty/i.test(asked.message),
      };
    default:
      return undefined;
  }
}
