import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { notFound } from '../../http/GitHubError';
import { fullNameOf } from '../../repositories/fullNameOf';
import { openGit } from '../../repositories/openGit';
import { releaseProblem } from '../changes/releaseProblem';
import { mergedPulls } from './mergedPulls';
import { previousTag } from './previousTag';
import { readConfiguration } from './readConfiguration';
import { writeNotes } from './writeNotes';

/** The notes of a release: the pull requests that were merged since the previous tag. https://docs.github.com/rest/releases/releases#generate-release-notes-content-for-a-release */
export async function generateNotes(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  tagName: string;
  /** Where the tag is to be made, if it is not there. */
  target: string;
  previousTagName?: string;
  configurationPath?: string;
}): Promise<{ name: string; body: string }> {
  const { sandbox, urls, repository, tagName, target } = options;
  const git = await openGit({ sandbox, repository });
  const commitAt = (expression: string) =>
    git.resolve({ expression, type: 'commit' });
  const to =
    (await commitAt(`refs/tags/${tagName}`)) ?? (await commitAt(target));
  if (!to) throw notFound();

  const previous =
    options.previousTagName ??
    (await previousTag({ git, except: tagName, commit: to.sha }));
  const from = previous && (await commitAt(`refs/tags/${previous}`));
  if (previous && !from) {
    throw releaseProblem({ field: 'previous_tag_name', code: 'invalid' });
  }
  const configuration = await readConfiguration({
    git,
    commit: to.sha,
    path: options.configurationPath,
  });
  const pulls = await mergedPulls({
    sandbox,
    repository,
    git,
    from: from ? from.sha : undefined,
    to: to.sha,
  });
  const html = `${urls.html}/${fullNameOf({ sandbox, repository })}`;
  return {
    name: tagName,
    body: writeNotes({
      sandbox,
      html,
      configuration,
      ...pulls,
      changelog: previous
        ? `${html}/compare/${previous}...${tagName}`
        : `${html}/commits/${tagName}`,
      target,
    }),
  };
}
