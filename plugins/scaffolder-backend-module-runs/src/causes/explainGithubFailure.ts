import { explainLack, type GithubService } from '@callboard/plugin-github-node';
import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { explainFailure } from './explainFailure';
import { githubSubject } from './githubSubject';

/**
 * `explainFailure` for an error of a call to GitHub, with what GitHub tells on asking: which permission is missing, who grants it, and the
 * page on which that is done. Two requests, and only after a refusal. Never throws.
 */
export async function explainGithubFailure(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  /** Octokit's, or one that it caused. */
  error: unknown;
  /** Of the repository or owner that the call was about; read from the error where it is not given. */
  url?: string;
  stepId?: string;
  action?: string;
}): Promise<RunCause> {
  const { github, error, stepId, action } = options;
  const cause = explainFailure({ error, stepId, action });
  const refused = refusalIn(error);
  const url =
    options.url ??
    githubSubject({
      hosts: github.credentials.hosts(),
      url: refused?.request?.url ?? '',
    })?.url;
  if (!refused || !url) return cause;
  const lack = await explainLack({
    ...{ github, url, error: refused },
    pluginId: 'scaffolder',
  });
  if (!lack) return cause;
  return {
    code: 'permission-missing',
    title: lack.words,
    remedy: `To be granted by ${lack.whom}. Then retry from this step.`,
    permission: `${lack.title}: ${lack.level}`,
    ...(lack.link && { link: lack.link, linkTitle: lack.linkTitle }),
    ...(cause.detail && { detail: cause.detail }),
  };
}

interface Refused {
  status: number;
  request?: { url?: string };
  cause?: unknown;
}

/** The error in a chain of causes that has the answer of GitHub, where that answer refuses a permission. */
function refusalIn(error: unknown): Refused | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (typeof current !== 'object' || current === null) return undefined;
    const { status, cause } = current as Partial<Refused>;
    if (status === 403 || status === 404) return current as Refused;
    current = cause;
  }
  return undefined;
}
