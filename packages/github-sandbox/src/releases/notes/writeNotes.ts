import type { Sandbox } from '../../core/Sandbox';
import type { PullRequest } from '../../pulls/PullRequest';
import type { Filter, NotesConfiguration } from './NotesConfiguration';

/** The text of generated notes, in GitHub's own form. */
export function writeNotes(options: {
  sandbox: Sandbox;
  /** The address of the repository. */
  html: string;
  configuration: NotesConfiguration;
  /** What is in the release. */
  between: PullRequest[];
  /** What was merged earlier, to tell who is new. */
  before: PullRequest[];
  /** The address of the full changelog. */
  changelog: string;
  target: string;
}): string {
  const { sandbox, html, configuration, between, before, changelog, target } =
    options;
  const loginOf = ({ authorId }: PullRequest) =>
    sandbox.state.users.get(authorId)?.login ?? 'ghost';
  const labelsOf = ({ labelIds }: PullRequest) =>
    labelIds.flatMap(id => sandbox.state.labels.get(id)?.name ?? []);
  const isIn = (issue: PullRequest, { labels, authors }: Filter) =>
    labelsOf(issue).some(label => labels.includes(label)) ||
    authors.includes(loginOf(issue));
  const line = (issue: PullRequest) =>
    `* ${issue.title} by @${loginOf(issue)} in ${html}/pull/${issue.number}`;

  const changes = between.filter(issue => !isIn(issue, configuration.exclude));
  // A pull request stands in the first category that takes it.
  const left = new Set(changes);
  const sections = configuration.categories.flatMap(category => {
    const rows = [...left].filter(
      issue =>
        !isIn(issue, category.exclude) &&
        (category.labels.includes('*') ||
          isIn(issue, { labels: category.labels, authors: [] })),
    );
    rows.forEach(row => left.delete(row));
    return rows.length > 0 ? [`### ${category.title}`, ...rows.map(line)] : [];
  });
  const others = [...left].map(line);
  if (sections.length > 0 && others.length > 0) {
    others.unshift('### Other Changes');
  }
  const known = new Set(before.map(({ authorId }) => authorId));
  const newcomers = changes.filter(({ authorId }) => {
    const isNew = !known.has(authorId);
    known.add(authorId);
    return isNew;
  });

  return [
    ...(configuration.path
      ? [
          `<!-- Release notes generated using configuration in ${configuration.path} at ${target} -->`,
          '',
        ]
      : []),
    ...(changes.length > 0
      ? ["## What's Changed", ...sections, ...others, '']
      : []),
    ...(newcomers.length > 0
      ? [
          '## New Contributors',
          ...newcomers.map(
            issue =>
              `* @${loginOf(
                issue,
              )} made their first contribution in ${html}/pull/${issue.number}`,
          ),
          '',
        ]
      : []),
    `**Full Changelog**: ${changelog}`,
  ].join('\n');
}
