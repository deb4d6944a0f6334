import type { Link } from '../graphql/Link';
import { isRequestFailure } from '../graphql/judgeFailure';
import type { RawTexts } from '../texts/RawTexts';
import { listFiles } from './listFiles';
import { readTexts } from './readTexts';

/** See `GithubRepositories.matching`. `complete` is false as well where a file that matches could not be read. */
export async function readMatching(options: {
  link: Link;
  texts: RawTexts;
  name: string;
  oid: string;
  patterns: string[];
}): Promise<{
  files: { path: string; oid: string; text: string }[];
  complete: boolean;
}> {
  const { link, texts, name, oid, patterns } = options;
  try {
    const listed = await listFiles({ link, name, oid, patterns });
    const found = await readTexts({ link, texts, name, files: listed.files });
    const files = listed.files.flatMap(file => {
      const text = found.get(file.oid);
      return text === undefined
        ? []
        : [{ path: file.path, oid: file.oid, text }];
    });
    return {
      files,
      complete: listed.complete && files.length === listed.files.length,
    };
  } catch (error) {
    // "Git Repository is empty."
    if (isRequestFailure(error) && error.status === 409) {
      return { files: [], complete: true };
    }
    throw error;
  }
}
