import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentBasics } from './presentBasics';
import { presentFullParts } from './presentFullParts';
import { presentMerging } from './presentMerging';

/**
 * A repository in one of GitHub's shapes. `repository` (the default) fits `minimal-repository` as well, and is what webhooks carry; `full` is
 * the answer about one repository. Without a viewer there are no `permissions`. Language, size and a licence that was read from a file are as
 * `refreshFacts` found them last.
 */
export function presentRepository(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  viewer?: Viewer;
  shape?: 'repository' | 'full';
}) {
  const { repository, viewer, shape = 'repository' } = options;
  const basics = presentBasics(options);
  const { permissions } = basics;
  const seesMerging = permissions?.push || viewer?.kind === 'installation';
  return {
    ...basics,
    ...(shape === 'full' && {
      ...(seesMerging && presentMerging(repository)),
      ...presentFullParts({ ...options, admin: permissions?.admin }),
    }),
  };
}
