import type { StoredSecret } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { readChoice } from '../../http/body/readChoice';
import { notSupplied } from '../../http/invalidRequest';

/** Which repositories see a secret or variable of an organisation, as a body says. Throws 422. `known` is what holds now. */
export function readVisibility(options: {
  body: Record<string, any>;
  known?: Pick<StoredSecret, 'visibility' | 'selectedRepositoryIds'>;
}): Pick<StoredSecret, 'visibility' | 'selectedRepositoryIds'> {
  const { body, known } = options;
  const visibility =
    readChoice({
      body,
      field: 'visibility',
      words: ['all', 'private', 'selected'],
      resource: 'OrganizationSecret',
    }) ?? known?.visibility;
  if (!visibility) throw notSupplied('visibility');
  const ids = body.selected_repository_ids;
  if (ids !== undefined && visibility !== 'selected') {
    throw new GitHubError({
      status: 422,
      message:
        'selected_repository_ids can only be given with visibility selected',
    });
  }
  if (visibility !== 'selected') return { visibility };
  return {
    visibility,
    selectedRepositoryIds: ids
      ? [...ids].map(Number)
      : known?.selectedRepositoryIds ?? [],
  };
}
