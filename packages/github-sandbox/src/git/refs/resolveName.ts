import { Core } from '../Core';
import { isSha } from '../objects/isSha';
import { findAbbreviated } from './findAbbreviated';

/** The SHA that a name stands for: `HEAD`, a full SHA, a branch, a tag, the end of a ref name, or an abbreviated SHA. */
export async function resolveName(options: {
  core: Core;
  name: string;
}): Promise<string | undefined> {
  const { core, name } = options;
  if (name === 'HEAD' || name === '@') {
    return core.refs.read(`refs/heads/${core.head.branch}`);
  }
  if (isSha(name)) {
    return (await core.objects.readHeader(name)) && name;
  }
  const candidates = name.startsWith('refs/')
    ? [name, `refs/heads/${name}`, `refs/tags/${name}`]
    : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  for (const ref of candidates) {
    const sha = await core.refs.read(ref);
    if (sha) {
      return sha;
    }
  }
  return findAbbreviated({ core, prefix: name });
}
