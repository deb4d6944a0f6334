import type { CredentialStep } from '@callboard/plugin-github-node';
import type { CheckInput, Finding } from '../Check';
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

/**
 * Asks anew which credential serves an address, so that what was mended counts at once, for whoever reads with it as well. Undefined: nothing
 * that is known stands in the way, or the address is of no GitHub.
 */
export async function hindranceOf(options: {
  url: string;
  context: CheckInput['context'];
  hosts: CheckInput['hosts'];
}): Promise<Hindrance | undefined> {
  const { url, context, hosts } = options;
  const { github } = context;
  if (!github.credentials.hostOf(url)) return undefined;
  const { steps, host, owner } = await github.credentials.explain({
    url,
    pluginId: 'catalog',
    fresh: true,
  });
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
