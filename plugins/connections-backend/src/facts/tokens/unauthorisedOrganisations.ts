import type { TokenCredential } from '@callboard/plugin-github-node';
import pLimit from 'p-limit';
import type { Asked } from '../asking/Asked';
import type { Asker } from '../asking/createAsker';

/** Organisations of the configuration that are tried; a portal with more of them shows what it knows of the others. */
const MOST = 20;
const AT_A_TIME = 5;

/**
 * Organisations with single sign-on that have not authorised a token. GitHub tells of them in two ways: a list leaves them out and has their
 * numbers in a header, and a question about one of them is refused.
 * https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#personal-access-tokens-and-saml-sso
 */
export async function unauthorisedOrganisations(options: {
  asker: Asker;
  token: TokenCredential;
  /** Logins that the configuration names. */
  organisations: string[];
}): Promise<string[]> {
  const { asker, token, organisations } = options;
  const as = { token: token.id };
  const bounded = pLimit(AT_A_TIME);
  const [list, probes] = await Promise.all([
    asker.ask({
      as,
      route: 'GET /user/orgs',
      parameters: { per_page: 100 },
    }),
    Promise.all(
      organisations.slice(0, MOST).map(login =>
        bounded(async () => ({
          login,
          asked: await asker.ask({
            as,
            route: 'GET /orgs/{org}',
            parameters: { org: login },
          }),
        })),
      ),
    ),
  ]);
  const refused = probes
    .filter(({ asked }) => isSsoRefusal(asked))
    .map(({ login }) => login);
  const leftOut = await Promise.all(
    leftOutOf(list).map(id => bounded(() => loginOf({ asker, as, id }))),
  );
  const seen = new Map(
    [...refused, ...leftOut].map(login => [login.toLowerCase(), login]),
  );
  return [...seen.values()].sort();
}

/** `required; url=...` */
function isSsoRefusal(asked: Asked): boolean {
  return (
    asked.outcome === 'refused' &&
    asked.status === 403 &&
    /^required/.test(asked.header('x-github-sso') ?? '')
  );
}

/** `partial-results; organizations=21955855,20582480` */
function leftOutOf(asked: Asked): number[] {
  const header =
    asked.outcome === 'silent' ? undefined : asked.header('x-github-sso');
  const [, ids] = /organizations=([\d,]+)/.exec(header ?? '') ?? [];
  return (ids ?? '').split(',').filter(Boolean).map(Number);
}

/** Accounts are listed by number, so the first after the one before is it. */
async function loginOf(options: {
  asker: Asker;
  as: { token: string };
  id: number;
}): Promise<string> {
  const { asker, as, id } = options;
  const asked = await asker.ask({
    as,
    route: 'GET /organizations',
    parameters: { since: id - 1, per_page: 1 },
  });
  const [first] =
    asked.outcome === 'answered' && Array.isArray(asked.data) ? asked.data : [];
  return first?.id === id ? String(first.login) : `organisation number ${id}`;
}
