import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';

/** The addresses that everything of a repository is under, without a slash at the end. */
export function repositoryAddress(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
}): { api: string; html: string; fullName: string } {
  const { sandbox, urls, repository } = options;
  const owner = accountById({ sandbox, id: repository.ownerId });
  const fullName = `${owner?.login ?? 'ghost'}/${repository.name}`;
  return {
    api: `${urls.api}/repos/${fullName}`,
    html: `${urls.html}/${fullName}`,
    fullName,
  };
}
