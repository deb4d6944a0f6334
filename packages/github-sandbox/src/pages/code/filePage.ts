import { html } from 'hono/html';
import { includesRole, roleOf } from '../../access';
import { createLinkToken } from '../../repositories/links/createLinkToken';
import { rawSubject } from '../../repositories/raw/rawSubject';
import { openGit } from '../../repositories/openGit';
import { splitRefAndPath } from '../../repositories/web/splitRefAndPath';
import { markdown } from '../markdown';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { address } from './treeMarkup';

/** Longer files are for git. */
const LONGEST = 500_000;

/** One file as text. */
export async function filePage(
  options: RepositoryPageContext & { refAndPath: string },
): Promise<Response> {
  const { sandbox, repository, name, person, refAndPath } = options;
  const git = await openGit({ sandbox, repository });
  const place = await splitRefAndPath({ git, refAndPath });
  const entry = place && (await git.entryAt(place));
  if (!place || !entry) return missingPage(options);
  const { ref, path } = place;
  if (entry.type === 'tree') {
    return options.context.redirect(address(name, 'tree', ref, path));
  }
  const content = (await git.readBlob({ sha: entry.sha })) ?? Buffer.alloc(0);
  const isText = !content.subarray(0, 8000).includes(0);
  const mayEdit =
    person &&
    !repository.archived &&
    includesRole({
      role: roleOf({ sandbox, user: person, repository }),
      needed: 'push',
    });
  const raw = address(name, 'raw', ref, path);
  // A browser shows no credential there: the address carries one for this file.
  const rawAddress =
    repository.visibility === 'public'
      ? raw
      : `${raw}?token=${createLinkToken({
          sandbox,
          subject: rawSubject({ repository, refAndPath: `${ref}/${path}` }),
        })}`;
  return repositoryPage({
    ...options,
    title: path,
    tab: 'Code',
    body: html`<p class="soft">
        ${content.length} bytes · on ${ref} ·
        <a href="${rawAddress}">Raw</a> ·
        <a href="${address(name, 'commits', ref, path)}">History</a>
        ${mayEdit || !person
          ? html`· <a href="${address(name, 'edit', ref, path)}">Edit</a>`
          : ''}
      </p>
      ${fileMarkup({ path, content, isText })}`,
  });
}

function fileMarkup(options: {
  path: string;
  content: Buffer;
  isText: boolean;
}) {
  const { path, content, isText } = options;
  if (!isText) return html`<p>This file is not a text.</p>`;
  if (content.length > LONGEST) return html`<p>This file is too long.</p>`;
  const text = content.toString('utf8');
  return /\.(md|markdown)$/i.test(path)
    ? markdown(text)
    : html`<pre>${text}</pre>`;
}
