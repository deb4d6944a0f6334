import type { Context } from 'hono';

/** Whose repository a path is about: `/acme/shop.git/...`, `/acme/shop/...`, or the wiki `/acme/shop.wiki.git/...`. */
export function readGitName(context: Context): {
  owner: string;
  repo: string;
  isWiki: boolean;
} {
  const { owner, repo } = context.req.param() as Record<string, string>;
  const name = repo.replace(/\.git$/, '');
  return {
    owner,
    repo: name.replace(/\.wiki$/, ''),
    isWiki: name.endsWith('.wiki'),
  };
}
