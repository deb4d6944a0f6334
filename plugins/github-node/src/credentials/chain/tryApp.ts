import type { AppCredential } from '../../hosts/GithubHost';
import type { AppAccess } from '../app/createAppAccess';
import type { InstallationToken } from '../app/createTokenCache';
import type { Installation } from '../app/Installation';
import type { CredentialStepCode } from '../CredentialChain';

/** What an App says to a URL. */
export type AppVerdict =
  | {
      outcome: 'serves';
      token: string;
      expiresAt?: string;
      installationId?: number;
      reason: string;
    }
  /**
   * `skipped`: it is not the one for this URL, or the owner keeps it from serving (suspended, repository not selected), which becomes
   * `failed` in the chain where nothing else serves. `failed`: it is broken, or GitHub could not be asked.
   */
  | {
      outcome: 'skipped' | 'failed';
      code: CredentialStepCode;
      reason: string;
      link?: string;
      heldBackUntil?: string;
      heldBackFor?: string;
    };

interface Question {
  app: AppCredential;
  access: AppAccess;
  owner?: string;
  repository?: string;
  fresh?: boolean;
}

/**
 * Asks an App for a token for an owner or a repository. Where the URL names no owner there is no installation to choose, and the App speaks
 * for itself, as in Backstage's own provider.
 */
export async function tryApp(question: Question): Promise<AppVerdict> {
  const { app, access, owner } = question;
  if (!owner) {
    const signed = await access.jwt();
    return signed.outcome === 'signed'
      ? {
          outcome: 'serves',
          token: signed.jwt,
          reason: 'The address names no owner, so the App speaks for itself.',
        }
      : { outcome: 'failed', ...signed.failure };
  }
  if (app.allowedOwners && !app.allowedOwners.includes(owner.toLowerCase())) {
    return {
      outcome: 'skipped',
      code: 'owner-not-allowed',
      reason: `The configuration allows it for ${
        app.allowedOwners.join(', ') || 'nobody'
      } only, not for ${owner}.`,
    };
  }
  const verdict = await tryInstalled(question, owner);
  return verdict === 'again'
    ? ((await tryInstalled({ ...question, fresh: true }, owner)) as AppVerdict)
    : verdict;
}

/** Lets an installation of an App with `publicAccess` serve an owner who has not installed it, or not for the `repository`. */
export async function tryPublicAccess(
  question: Question & { owner: string },
): Promise<AppVerdict> {
  const { app, access, owner, repository, fresh } = question;
  const found = await access.findAny({
    fresh,
    isAllowed: account =>
      app.allowedOwners?.includes(account.toLowerCase()) ?? true,
  });
  if (found.outcome === 'failed') {
    return { outcome: 'failed', ...found.failure };
  }
  if (found.outcome !== 'installed') {
    return {
      outcome: 'skipped',
      code: 'not-installed',
      reason: 'It has publicAccess, and no installation that could serve.',
    };
  }
  const { installation } = found;
  const token = await access.token({ installationId: installation.id, fresh });
  const refusal = refused({ token, installation, app, owner });
  if (refusal || token.outcome !== 'minted') return refusal!;
  return {
    outcome: 'serves',
    token: token.token,
    expiresAt: token.expiresAt,
    installationId: installation.id,
    reason: `Not installed on ${[owner, repository]
      .filter(Boolean)
      .join('/')}; its installation on ${
      installation.account
    } serves what is public there (publicAccess).`,
  };
}

async function tryInstalled(
  question: Question,
  owner: string,
): Promise<AppVerdict | 'again'> {
  const { app, access, repository, fresh } = question;
  const found = await access.find({ owner, fresh });
  switch (found.outcome) {
    case 'failed':
      return { outcome: 'failed', ...found.failure };
    case 'not-installed':
      return notInstalled({ app, access, owner });
    case 'suspended':
      return suspended(found.installation);
    default:
  }
  const { installation } = found;
  const token = await access.token({ installationId: installation.id, fresh });
  // It was uninstalled or suspended after the installations were listed.
  if (token.outcome === 'gone' && !fresh) return 'again';
  const refusal = refused({ token, installation, app, owner });
  if (refusal || token.outcome !== 'minted') return refusal!;

  if (repository && !(await token.covers(repository, { fresh }))) {
    return {
      outcome: 'skipped',
      code: 'repository-not-selected',
      reason: `Its installation on ${installation.account} is for selected repositories, and ${repository} is not one of them. Add it on the page of the installation.`,
      ...(installation.htmlUrl && { link: installation.htmlUrl }),
    };
  }
  return {
    outcome: 'serves',
    token: token.token,
    expiresAt: token.expiresAt,
    installationId: installation.id,
    reason: `Installed on ${installation.account}.${skewNote(access)}`,
  };
}

function refused(options: {
  token: InstallationToken;
  installation: Installation;
  app: AppCredential;
  owner: string;
}): AppVerdict | undefined {
  const { token, installation, app, owner } = options;
  switch (token.outcome) {
    case 'failed':
      return { outcome: 'failed', ...token.failure };
    case 'suspended':
      return suspended(installation);
    case 'gone':
      return {
        outcome: 'skipped',
        code: 'not-installed',
        reason: `App ${app.appId} is not installed on ${owner} any more.`,
      };
    default:
      return undefined;
  }
}

function suspended(installation: Installation): AppVerdict {
  return {
    outcome: 'skipped',
    code: 'suspended',
    reason: `Its installation on ${installation.account} is suspended. Lift that on the page of the installation.`,
    ...(installation.htmlUrl && { link: installation.htmlUrl }),
  };
}

async function notInstalled(options: {
  app: AppCredential;
  access: AppAccess;
  owner: string;
}): Promise<AppVerdict> {
  const { app, access, owner } = options;
  const page = await access.page();
  return {
    outcome: 'skipped',
    code: 'not-installed',
    reason: `App ${app.appId} is not installed on ${owner}.`,
    ...(page && { link: `${page}/installations/new` }),
  };
}

function skewNote(access: AppAccess): string {
  const seconds = Math.round(access.skewMs() / 1000);
  if (seconds === 0) return '';
  return ` The clock of this machine is ${Math.abs(seconds)} seconds ${
    seconds > 0 ? 'behind' : 'ahead of'
  } GitHub's, which was taken into account.`;
}
