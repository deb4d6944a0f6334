import type { Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { readChoice } from '../../http/body/readChoice';

type Pages = NonNullable<Repository['pages']>;

/** What a body says about GitHub Pages: how they are built and from where. Throws 422. https://docs.github.com/rest/pages/pages */
export function readPages(options: {
  body: Record<string, any>;
  defaultBranch: string;
}): Partial<Pick<Pages, 'buildType' | 'source'>> {
  const { body, defaultBranch } = options;
  const buildType = readChoice({
    body,
    field: 'build_type',
    words: ['legacy', 'workflow'],
    resource: 'PagesSite',
  });
  const { source } = body;
  if (source === undefined || source === null) {
    return { ...(buildType && { buildType }) };
  }
  // Older callers name a preset: `gh-pages`, `main`, `main /docs`.
  const [branch, path] =
    typeof source === 'string'
      ? source.split(' ')
      : [source.branch ?? defaultBranch, source.path];
  if (typeof branch !== 'string' || !['/', '/docs', undefined].includes(path)) {
    throw new GitHubError({
      status: 422,
      message: 'Invalid request.\n\nThe path must be / or /docs.',
    });
  }
  return {
    ...(buildType && { buildType }),
    source: { branch, path: path ?? '/' },
  };
}
