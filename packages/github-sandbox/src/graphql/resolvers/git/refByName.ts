import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import { gitOf } from './gitOf';

/** A ref by its name, full (`refs/heads/main`), partly (`heads/main`) or short (`main`: a branch before a tag); null where there is none. */
export async function refByName(options: {
  repository: Repository;
  name: string;
  context: GraphqlContext;
}) {
  const { repository, name, context } = options;
  const git = await gitOf({ repository, context });
  const candidates = name.startsWith('refs/')
    ? [name]
    : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  for (const ref of candidates) {
    const found = await git.readRef({ ref });
    if (found) return source.ref(repository, ref, found.sha);
  }
  return null;
}
