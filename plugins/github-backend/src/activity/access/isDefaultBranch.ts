import type { MirrorView } from '../../store/MirrorView';

/**
 * Whether a descriptor of a trusted repository lies in its default branch, where it was reviewed. A branch of anybody's would else speak for
 * every repository. Nothing is known of a repository that is not mirrored, so that it is no.
 */
export async function isDefaultBranch(options: {
  view: Pick<MirrorView, 'repositoryAt'>;
  from: { url: string; ref: string };
}): Promise<boolean> {
  const { view, from } = options;
  const known = await view.repositoryAt({ url: from.url });
  return known?.defaultBranch === from.ref;
}
