import { html } from 'hono/html';
import { openGit } from '../../repositories/openGit';
import { splitRefAndPath } from '../../repositories/web/splitRefAndPath';
import { markdown } from '../markdown';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { when } from '../when';
import { address, treeMarkup } from './treeMarkup';

/** A folder with its files, last commit and readme. `refAndPath` empty: the root of the default branch. */
export async function folderPage(
  options: RepositoryPageContext & { refAndPath: string },
): Promise<Response> {
  const { sandbox, repository, name } = options;
  const git = await openGit({ sandbox, repository });
  const place = await splitRefAndPath({
    git,
    refAndPath: options.refAndPath || repository.defaultBranch,
  });
  if (!place) {
    return options.refAndPath ? missingPage(options) : emptyPage(options);
  }
  const { ref, commit, path } = place;
  const folder = await git.entryAt({ commit, path });
  if (!folder) return missingPage(options);
  if (folder.type !== 'tree') {
    return options.context.redirect(address(name, 'blob', ref, path));
  }
  const entries = (await git.readTree({ sha: folder.sha })) ?? [];
  const readme = entries.find(entry => /^readme(\.md)?$/i.test(entry.path));
  const text = readme && (await git.readBlob({ sha: readme.sha }));
  const [last] = await git.history({ from: commit, path, limit: 1 });
  const { length } = await git.listRefs({ prefix: 'refs/heads/' });
  const counted = `${length} ${length === 1 ? 'branch' : 'branches'}`;
  return repositoryPage({
    ...options,
    title: path || repository.name,
    tab: 'Code',
    body: html`${repository.description && !path
        ? html`<p>${repository.description}</p>`
        : ''}
      <p class="soft">
        On ${ref} ·
        <a href="/${name}/branches">${counted}</a>
        · <a href="/${name}/tags">Tags</a> ·
        <a href="${address(name, 'commits', ref, path)}">Commits</a>
        ${last
          ? html`· ${last.message.split('\n')[0]}, ${last.author.name},
            ${when({ at: last.committer.date, now: sandbox.clock.now() })}`
          : ''}
      </p>
      ${treeMarkup({ name, ref, path, entries })}
      ${text ? markdown(text.toString('utf8')) : ''}
      <p class="soft">
        Clone it: <code>git clone ${sandbox.baseUrl}/${name}.git</code>
      </p>`,
  });
}

function emptyPage(options: RepositoryPageContext) {
  const { sandbox, name } = options;
  return repositoryPage({
    ...options,
    title: 'Nothing here yet',
    tab: 'Code',
    body: html`<p>Push the first commit:</p>
      <pre>${pushCommands(`${sandbox.baseUrl}/${name}.git`)}</pre>
      <p class="soft">
        The password is a token from
        <a href="/settings/tokens">the settings</a>.
      </p>`,
  });
}

function pushCommands(url: string) {
  return `git remote add origin ${url}\ngit push -u origin main`;
}
