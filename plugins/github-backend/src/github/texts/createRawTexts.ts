import { isBudgetRefusal } from '@callboard/plugin-github-node';
import { LRUCache } from 'lru-cache';
import { isRequestFailure, judgeFailure } from '../graphql/judgeFailure';
import type { RawText, RawTexts } from './RawTexts';

/**
 * Longest text that is read, in bytes. GraphQL cuts texts off earlier; the REST API gives up to 100 MB in its raw media type, but a
 * descriptor of more than one is a mistake or an attack. https://docs.github.com/en/rest/git/blobs#get-a-blob
 */
export const LONGEST_TEXT = 1024 * 1024;
/** Of all that is kept, in characters. */
const KEPT = 16 * 1024 * 1024;
const RAW = { accept: 'application/vnd.github.raw+json' };

export function createRawTexts(): RawTexts {
  const kept = new LRUCache<string, string>({
    maxSize: KEPT,
    sizeCalculation: text => text.length + 100,
  });
  return {
    async ofBlob({ link, name, oid, byteSize }) {
      if (byteSize > LONGEST_TEXT) return tooLong(byteSize);
      const key = `${link.host}/${link.owner}/${name}@${oid}`.toLowerCase();
      const known = kept.get(key);
      if (known !== undefined) return toText(known);
      return readWith(async () => {
        const octokit = await link.rest();
        const { data } = await octokit.request(
          'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
          { owner: link.owner, repo: name, file_sha: oid, headers: RAW },
        );
        const text = textOf(data);
        kept.set(key, text);
        return text;
      });
    },
    atPath: ({ link, name, ref, path }) =>
      readWith(async () => {
        const octokit = await link.rest();
        const { data } = await octokit.request(
          'GET /repos/{owner}/{repo}/contents/{path}',
          {
            owner: link.owner,
            repo: name,
            path,
            ...(ref !== 'HEAD' && { ref }),
            headers: RAW,
          },
        );
        return textOf(data);
      }),
  };
}

/** Octokit gives text where GitHub names a character set, else bytes. */
function textOf(data: unknown): string {
  if (data instanceof ArrayBuffer) return Buffer.from(data).toString('utf8');
  return typeof data === 'string' ? data : '';
}

function toText(text: string): RawText {
  if (text.length > LONGEST_TEXT) return tooLong(text.length);
  return text.includes('\0')
    ? { outcome: 'unread', reason: 'It is a binary file' }
    : { outcome: 'read', text };
}

function tooLong(byteSize: number): RawText {
  return {
    outcome: 'unread',
    reason: `It has ${byteSize} bytes; at most ${LONGEST_TEXT} are read`,
  };
}

/** A file that cannot be read is one file's problem; a limit is everybody's, and thrown. */
async function readWith(read: () => Promise<string>): Promise<RawText> {
  try {
    return toText(await read());
  } catch (error) {
    if (!isRequestFailure(error) || isBudgetRefusal(error)) throw error;
    if (judgeFailure(error) === 'limited') throw error;
    return {
      outcome: 'unread',
      reason: `GitHub answered ${error.status}: ${error.message}`,
    };
  }
}
