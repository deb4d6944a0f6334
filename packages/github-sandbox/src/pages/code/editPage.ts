import { html } from 'hono/html';
import { includesRole, roleOf } from '../../access';
import { requirePerson } from '../../oauth/session/mountLogin';
import { formField, readForm } from '../../oauth/session/form';
import { commitAsWeb } from '../../repositories/commitAsWeb';
import {
  signatureOf,
  webCommitter,
} from '../../repositories/identity/signatureOf';
import { openGit } from '../../repositories/openGit';
import { splitRefAndPath } from '../../repositories/web/splitRefAndPath';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { address } from './treeMarkup';

/** The form that changes one file, and what it sends: a commit on the branch, as a push would make it. */
export async function editPage(
  options: RepositoryPageContext & { refAndPath: string },
): Promise<Response> {
  const { sandbox, context, repository, name, refAndPath } = options;
  const known = requirePerson({ sandbox, context });
  if (known.outcome === 'unknown') return known.response;
  const { person } = known;
  const git = await openGit({ sandbox, repository });
  const place = await splitRefAndPath({ git, refAndPath });
  const before =
    place && (await git.readRef({ ref: `refs/heads/${place.ref}` }));
  const entry = place && (await git.entryAt(place));
  const role = roleOf({ sandbox, user: person, repository });
  if (!place || !before || entry?.type !== 'blob') return missingPage(options);
  const { ref, path } = place;
  const purpose = `edit ${repository.id} ${ref} ${path}`;

  let problem =
    repository.archived || !includesRole({ role, needed: 'push' })
      ? `${person.login} may not change this repository.`
      : undefined;
  if (context.req.method === 'POST' && !problem) {
    const form = await readForm({ sandbox, context, purpose });
    if (form.outcome === 'read') {
      const date = sandbox.clock.now();
      const committed = await commitAsWeb({
        sandbox,
        repository,
        sender: person,
        branch: ref,
        changes: [
          {
            path,
            // Browsers send texts of forms with CR LF.
            content: Buffer.from(form.one('content').replaceAll('\r\n', '\n')),
          },
        ],
        message: form.one('message') || `Update ${path}`,
        author: signatureOf({ user: person, date }),
        committer: webCommitter({ date }),
        expectedHead: form.one('head'),
      });
      if (committed.outcome === 'committed') {
        return context.redirect(address(name, 'blob', ref, path), 303);
      }
      problem =
        committed.outcome === 'refused'
          ? committed.refusal.reasons.join(' ')
          : 'Somebody has changed the branch in the meantime. Reload the page and do it again.';
    } else {
      problem = 'This form is not valid any more. Reload the page.';
    }
  }
  const content = await git.readBlob({ sha: entry.sha });
  return repositoryPage({
    ...options,
    title: `Edit ${path}`,
    tab: 'Code',
    body: html`${problem
        ? html`<p class="problem" role="alert">${problem}</p>`
        : ''}
      <form method="post">
        ${formField({ sandbox, context, purpose })}
        <input type="hidden" name="head" value="${before.sha}" />
        <label for="content">Content</label>
        <textarea id="content" name="content" spellcheck="false">
${content?.toString('utf8') ?? ''}</textarea
        >
        <p>
          <label for="message">Commit message</label><br />
          <input
            type="text"
            id="message"
            name="message"
            value="Update ${path}"
            size="60"
          />
        </p>
        <p>
          <button class="act">Commit to ${ref} as ${person.login}</button>
          <a href="${address(name, 'blob', ref, path)}">Cancel</a>
        </p>
      </form>`,
  });
}
