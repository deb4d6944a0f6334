import type {
  CredentialChain,
  CredentialStep,
} from '@callboard/plugin-github-node';
import type { CheckInput, Finding } from '../Check';
import { remembered } from '../remembered';
import { tokenTitle } from '../text/tokenTitle';
import { limitedUntil } from './limitedUntil';

/** Why GitHub hands out nothing at an address at the moment, though the configuration means it to. */
export type Hindrance = Required<Pick<Finding, 'cause' | 'remedy' | 'links'>>;

const REMEDIES: Partial<Record<CredentialStep['code'], string>> = {
  suspended:
    'Lift the suspension on the page of the installation ("Unsuspend").',
  'key-invalid':
    'Generate a private key on the page of the App, and put it in the place of the one that GitHub refuses.',
  'app-unknown':
    'Compare the App id in the configuration with that on the page of the App.',
  'clock-skew': 'Set the clock of this machine, best by NTP.',
  unreachable:
    'See that this machine reaches GitHub: network, DNS, proxy, certificate authority.',
};

interface Question extends Pick<CheckInput, 'context' | 'hosts' | 'asked'> {
  url: string;
  /** When something failed there last, ISO 8601: what was found before says nothing of that. */
  at?: string;
}

/**
 * What stands in the way at an address. Undefined: nothing that is known, or the address is of no GitHub. Which credential serves there is
 * asked anew, so that what was mended counts at once, for whoever reads with it as well; but not where the facts show that it works, and
 * once in ten minutes for a failure that nothing known explains: it takes a new token.
 */
export async function hindranceOf(
  options: Question,
): Promise<Hindrance | undefined> {
  const { url, at, context, asked } = options;
  const { credentials } = context.github;
  if (!credentials.hostOf(url)) return undefined;
  const explain = (fresh: boolean) =>
    credentials.explain({ url, pluginId: 'catalog', fresh });
  const askNow = async () => judge({ ...options, chain: await explain(true) });
  if (asked) return askNow();
  const chain = await explain(false);
  const known = judge({ ...options, chain });
  if (!known && isProven({ ...options, chain })) return undefined;
  return remembered({
    key: `hindrance:${url}:${at}`,
    context,
    // What stood in the way may be mended.
    asked: known !== undefined,
    find: askNow,
    isGood: hindrance => hindrance === undefined,
  });
}

/** Whether GitHub answered to the very token within this run. */
function isProven(options: {
  chain: CredentialChain;
  hosts: CheckInput['hosts'];
}): boolean {
  const { chain, hosts } = options;
  const { host, owner = '', steps } = chain;
  const used = steps.find(({ verdict }) => verdict === 'used');
  return hosts
    .filter(each => each.host === host)
    .flatMap(({ apps }) => apps)
    .filter(({ credentialId }) => credentialId === used?.credentialId)
    .flatMap(({ installations }) => installations)
    .some(
      ({ account, suspended, repositories }) =>
        account.toLowerCase() === owner.toLowerCase() &&
        !suspended &&
        repositories !== undefined,
    );
}

function judge(
  options: Question & { chain: CredentialChain },
): Hindrance | undefined {
  const { context, hosts, chain } = options;
  const { steps, host, owner } = chain;
  const used = steps.find(({ verdict }) => verdict === 'used');
  const facts = hosts.find(each => each.host === host);

  if (used?.kind === 'token') {
    const token = facts?.tokens.find(
      ({ credentialId }) => credentialId === used.credentialId,
    );
    if (token && token.status === 'rejected') {
      return {
        cause: `GitHub refuses ${tokenTitle(token)}: ${token.detail}`,
        remedy:
          'Make a new token at GitHub, and give it to "Rotate" on the page of connections.',
        links: [],
      };
    }
  }
  // Of an App whose limit is used up nothing else is known either.
  const limited = steps.find(({ credentialId }) =>
    facts?.apps.some(
      app => app.credentialId === credentialId && app.key.status === 'limited',
    ),
  );
  const asked = used?.kind === 'token' ? used : limited ?? used;
  const usedUp =
    asked && limitedUntil({ used: asked, host, owner, facts, context });
  if (usedUp) {
    return {
      cause: `The limit of ${
        asked.kind === 'none' ? 'requests without a credential' : asked.title
      } is used up until ${usedUp}.`,
      remedy:
        'Wait until then; the result of the limits says who spent it. It goes on by itself.',
      links: [],
    };
  }
  // An App that serves is enough; a token in the place of a broken App may see less.
  const broken =
    used?.kind === 'app'
      ? undefined
      : steps.find(({ code }) => REMEDIES[code] !== undefined);
  if (!broken) return undefined;
  return {
    cause: `${broken.title}: ${broken.reason}`,
    remedy: REMEDIES[broken.code]!,
    links: broken.link
      ? [{ title: `Settings of ${broken.title}`, href: broken.link }]
      : [],
  };
}
