import { listed } from '../checks/text/listed';
import type { TokenReport, TokenVerdict } from './TokenReport';
import type { Reach } from './reachOf';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A token that ends sooner would have to be replaced again at once. */
const SOON_DAYS = 14;

/**
 * Whether a new token can take the place of the old one: it must be good, have what is needed, and read what the old one reads. What the old
 * one lacks already is no reason to keep it, and only a warning.
 */
export function judgeToken(options: {
  /** Valid. */
  next: TokenReport;
  /** Possibly rejected: an old token that has ended is the best reason for a new one. */
  old: TokenReport;
  scopes: {
    /** Of what is needed, those that each lacks. Empty where GitHub does not tell. */
    missing: string[];
    missingFromOld: string[];
    needless: string[];
  };
  /** Whether people and teams are read. */
  needsTeams: boolean;
  host: string;
  now: Date;
}): TokenVerdict {
  const { next, old, scopes, host } = options;
  const verdict: TokenVerdict = { reasons: [], warnings: [] };
  if (next.tested.outcome !== 'valid') {
    return verdict;
  }
  const { kind, owner } = next.tested;
  if (kind === 'server') {
    verdict.reasons.push(
      'It is a token of an App or of a workflow, which ends within the hour. Make a personal access token.',
    );
  }
  if (kind === 'oauth') {
    verdict.warnings.push(
      'It was made by signing in to an App and ends with that; a personal access token does not.',
    );
  }

  const isNews = (scope: string) => !scopes.missingFromOld.includes(scope);
  const lost = scopes.missing.filter(isNews);
  const lacking = scopes.missing.filter(scope => !isNews(scope));
  if (lost.length > 0) {
    verdict.reasons.push(
      `It lacks the ${scopeWords(lost)}, which the portal needs.`,
    );
  }
  if (lacking.length > 0) {
    verdict.warnings.push(
      `Like the old one it lacks the ${scopeWords(lacking)}.`,
    );
  }
  if (scopes.needless.length > 0) {
    verdict.warnings.push(
      `Nothing that is switched on needs its ${scopeWords(
        scopes.needless,
      )}. A token with less can do less harm.`,
    );
  }

  for (const reach of next.reach) {
    const before = old.reach.find(({ owner: name }) => name === reach.owner);
    judgeReach({ ...options, reach, before, kind, verdict });
  }

  if (old.tested.outcome === 'valid' && old.tested.owner !== owner) {
    verdict.warnings.push(
      `It speaks for ${owner}; the old one speaks for ${old.tested.owner}.`,
    );
  }
  verdict.warnings.push(...ofExpiry(options));
  if (kind === 'fine-grained') {
    verdict.warnings.push(
      `${host} does not tell the permissions of a fine-grained token. Reading was tried; writing was not.`,
    );
  }
  return verdict;
}

function judgeReach(options: {
  reach: Reach;
  before: Reach | undefined;
  old: TokenReport;
  kind: string;
  needsTeams: boolean;
  verdict: TokenVerdict;
}) {
  const { reach, before, old, kind, needsTeams, verdict } = options;
  const { owner } = reach;
  // What the old one reached, or would have reached before it ended.
  const wasReached =
    old.tested.outcome !== 'valid' || before?.outcome === 'reached';
  const worse = wasReached ? verdict.reasons : verdict.warnings;
  if (reach.outcome === 'sso') {
    worse.push(
      `The single sign-on of ${owner} has not authorised it: "Configure SSO" beside the token on GitHub's page of tokens.`,
    );
    return;
  }
  if (reach.outcome === 'refused') {
    worse.push(
      `It does not reach ${owner}, of which the configuration speaks.`,
    );
    return;
  }
  if (reach.outcome === 'no-organisation') {
    return;
  }
  const lost = (before?.privateRepositories ?? []).filter(
    name =>
      !reach.privateRepositories.includes(name) &&
      (reach.isWhole || name < (reach.privateRepositories.at(-1) ?? '')),
  );
  if (lost.length > 0) {
    verdict.reasons.push(
      `It does not read ${listed(lost, {
        most: 3,
      })}, which the old one reads.`,
    );
  }
  // The scopes of a classic one say it already.
  if (kind === 'fine-grained' && !reach.readsTeams && needsTeams) {
    const isWorse = old.tested.outcome !== 'valid' || before?.readsTeams;
    (isWorse ? verdict.reasons : verdict.warnings).push(
      `It does not read the teams of ${owner}: under Organization permissions, Members needs "Read-only".`,
    );
  }
}

function ofExpiry(options: { next: TokenReport; now: Date }): string[] {
  const { next, now } = options;
  if (next.tested.outcome !== 'valid') {
    return [];
  }
  const { expiresAt } = next.tested;
  if (!expiresAt) {
    return [
      'It never expires. Give the next one an end, 90 days from then for example.',
    ];
  }
  const days = Math.floor(
    (new Date(expiresAt).getTime() - now.getTime()) / DAY_MS,
  );
  return days < SOON_DAYS
    ? [`It ends in ${days === 1 ? 'a day' : `${days} days`}.`]
    : [];
}

function scopeWords(scopes: string[]) {
  return `${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}`;
}
