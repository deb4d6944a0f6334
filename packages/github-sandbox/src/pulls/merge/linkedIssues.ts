import { findRepository } from '../../core/names/findRepository';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository } from '../../core/state';
import { findIssue } from '../../issues/findIssue';
import { closingKeywords } from './closingKeywords';

/** The issues (not pull requests) that a text in a repository closes by keywords. */
export function linkedIssues(options: {
  sandbox: Sandbox;
  repository: Repository;
  text: string;
}): Array<{ repository: Repository; issue: Issue }> {
  const { sandbox, repository, text } = options;
  const found = closingKeywords(text).flatMap(reference => {
    const [owner, name] = reference.repository?.split('/') ?? [];
    const place = name
      ? findRepository({ sandbox, owner, name })
      : { outcome: 'found' as const, repository };
    if (place.outcome === 'missing') return [];
    const issue = findIssue({
      sandbox,
      repository: place.repository,
      number: reference.number,
    });
    return issue && !issue.pull
      ? [{ repository: place.repository, issue }]
      : [];
  });
  return found.filter(
    (one, index) =>
      found.findIndex(({ issue }) => issue === one.issue) === index,
  );
}
