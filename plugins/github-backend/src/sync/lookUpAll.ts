import type { LookUp, Wanted } from '../github/GithubRepositories';
import { chunked } from '../store/chunked';
import type { MirrorContext } from './MirrorContext';

const AT_ONCE = 50;

/** Asks about any number of repositories of one owner; answers in the order of `which`. */
export async function lookUpAll(options: {
  context: Pick<MirrorContext, 'repositories'>;
  host: string;
  owner: string;
  which: ({ id: string } | { name: string })[];
  wanted: Wanted;
  signal?: AbortSignal;
}): Promise<LookUp[]> {
  const { context, which, ...rest } = options;
  const answers: LookUp[] = [];
  for (const chunk of chunked(which, AT_ONCE)) {
    answers.push(
      ...(await context.repositories.lookUp({ ...rest, which: chunk })),
    );
  }
  return answers;
}
