import { html } from 'hono/html';
import { ensureReplayed } from '../../actions';
import { accountById } from '../../core/names/accountById';
import type { Issue } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { diffMarkup } from '../code/diffMarkup';
import { markdown } from '../markdown';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { verdictBadge } from '../verdictBadge';
import { when } from '../when';
import { stateOf } from './stateOf';

/** One issue or pull request with its comments, reviews, checks and changes. */
export async function conversationPage(
  options: RepositoryPageContext & { number: number; kind: 'issues' | 'pulls' },
): Promise<Response> {
  const { sandbox, context, repository, name, number, kind } = options;
  const { state, clock } = sandbox;
  const issue = state.issues.first('number', `${repository.id}#${number}`);
  if (!issue) return missingPage(options);
  if ((issue.pull !== null) !== (kind === 'pulls')) {
    const path = issue.pull ? 'pull' : 'issues';
    return context.redirect(`/${name}/${path}/${number}`);
  }
  const login = (id: number) => accountById({ sandbox, id })?.login ?? 'ghost';
  const said = [
    ...state.comments.by('issue', issue.id).map(comment => ({
      at: comment.createdAt,
      what: html`${login(comment.authorId)}`,
      body: comment.body,
    })),
    ...state.reviews
      .by('issue', issue.id)
      .filter(review => review.state !== 'PENDING')
      .map(review => ({
        at: review.submittedAt ?? issue.createdAt,
        what: html`${login(review.authorId)}
          <span class="badge">${review.state.toLowerCase()}</span>`,
        body: review.body,
      })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return repositoryPage({
    ...options,
    title: `${issue.title} #${number}`,
    tab: kind === 'pulls' ? 'Pull requests' : 'Issues',
    body: html`<p>
        <span class="badge">${stateOf(issue)}</span> ${login(issue.authorId)}
        ${issue.pull
          ? html`wants to merge <code>${issue.pull.head.ref}</code> into
              <code>${issue.pull.base.ref}</code>`
          : ''}
        ${when({ at: issue.createdAt, now: clock.now() })}
        ${issue.labelIds.map(
          id => html`<span class="badge">${state.labels.get(id)?.name}</span> `,
        )}
      </p>
      ${issue.body ? markdown(issue.body) : ''}
      ${said.map(
        ({ at, what, body }) => html`<p class="soft">
            ${what}, ${when({ at, now: clock.now() })}
          </p>
          ${body ? markdown(body) : ''}`,
      )}
      ${issue.pull ? await changesMarkup({ ...options, issue }) : ''}`,
  });
}

async function changesMarkup(
  options: RepositoryPageContext & { issue: Issue },
) {
  const { sandbox, repository, name, issue } = options;
  const { head, base, mergedAt, mergeCommitSha } = issue.pull!;
  await ensureReplayed(options);
  const checks = sandbox.state.checkRuns.by(
    'commit',
    `${repository.id}:${head.sha}`,
  );
  const git = await openGit({ sandbox, repository });
  const compared = await git.compare({ base: base.sha, head: head.sha });
  return html`${checks.length > 0
      ? html`<h2>Checks</h2>
          <ul class="plain">
            ${checks.map(
              check => html`<li>
                ${verdictBadge(check)}
                ${check.detailsUrl
                  ? html`<a href="${check.detailsUrl}">${check.name}</a>`
                  : check.name}
              </li>`,
            )}
          </ul>`
      : ''}
    ${mergedAt && mergeCommitSha
      ? html`<p>
          Merged as
          <a href="/${name}/commit/${mergeCommitSha}"
            ><code>${mergeCommitSha.slice(0, 7)}</code></a
          >.
        </p>`
      : ''}
    <h2>Changes</h2>
    ${compared
      ? diffMarkup(compared.files)
      : html`<p>Nothing to compare.</p>`}`;
}
