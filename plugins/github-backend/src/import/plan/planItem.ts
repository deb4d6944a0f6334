import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ImportItem } from '@callboard/plugin-github-common';
import type { RepositoryRead } from '../../github/RepositoryRead';
import { splitFileKey } from '../../github/splitFileKey';
import { toDescriptor } from '../../inferred/toDescriptor';
import type { Infer } from './Inference';
import { judgeDescriptor } from './judgeDescriptor';

/** What a repository is in a plan. */
export async function planItem(options: {
  host: string;
  repository: RepositoryRead;
  infer: Infer;
  /** Teams that may write to it, best first. */
  teams?: { slug: string; permission: string }[];
  /** The entity that stands for it in the catalog already, an inferred one. */
  inferredRef?: string;
}): Promise<ImportItem> {
  const { host, repository, infer, teams, inferredRef } = options;
  const about = {
    repository: `${repository.owner}/${repository.name}`,
    url: repository.url,
  };
  const files = Object.entries(repository.files);
  const problems: string[] = [];
  for (const [name, file] of files) {
    if (file.state === 'present') {
      const { path } = splitFileKey(name);
      problems.push(...(await judgeDescriptor({ path, text: file.text })));
    }
  }
  if (files.some(([, { state }]) => state === 'present')) {
    // An archived repository may well have a descriptor; what matters is whether the catalog can use it.
    const state = problems.length > 0 ? 'invalid' : 'described';
    return { ...about, state, missing: [], problems };
  }
  const unread = files.flatMap(([name, file]) =>
    file.state === 'unread' ? [`${name}: ${file.reason}`] : [],
  );
  if (unread.length > 0) {
    // Something is there, or GitHub did not say: nothing may be made in its place.
    return { ...about, state: 'left-out', missing: [], problems: unread };
  }
  const inference = infer({ host, repository, teams });
  if (inference.outcome === 'left-out') {
    const { reason } = inference;
    return { ...about, state: 'left-out', missing: [], problems: [reason] };
  }
  const { entity, missing } = inference;
  return {
    ...about,
    state: inferredRef ? 'inferred' : 'inferable',
    entity: {
      ref: inferredRef ?? stringifyEntityRef(entity),
      yaml: toDescriptor(entity),
    },
    missing,
    problems: [],
  };
}
