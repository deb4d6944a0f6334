import { Commit } from '../types';
import { formatSignature, parseSignature } from './signature';
import { splitHeaders } from './splitHeaders';

/** Reads a commit object. */
export function parseCommit(options: { sha: string; data: Buffer }): Commit {
  const { headers, rest } = splitHeaders(options.data);
  const first = (name: string) => headers.find(h => h.name === name)?.value;
  const signature = first('gpgsig');
  return {
    sha: options.sha,
    tree: first('tree') ?? '',
    parents: headers.filter(h => h.name === 'parent').map(h => h.value),
    author: parseSignature(first('author') ?? ''),
    committer: parseSignature(first('committer') ?? ''),
    message: rest,
    ...(signature && { signature, payload: withoutSignature(options.data) }),
  };
}

// What was signed is the object without the header of the signature.
function withoutSignature(data: Buffer): string {
  const text = data.toString('utf8');
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end).replace(/^gpgsig .*(?:\n .*)*\n?/m, '');
  return head.replace(/\n$/, '') + text.slice(end);
}

/** Writes a commit object. Git has no use for a NUL in a message, so it is left out. */
export function encodeCommit(commit: Omit<Commit, 'sha' | 'payload'>): Buffer {
  const signature = commit.signature?.replace(/\n$/, '').split('\n');
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
    ...(signature ? [`gpgsig ${signature.join('\n ')}`] : []),
  ];
  return Buffer.from(
    `${lines.join('\n')}\n\n${commit.message.replaceAll('\0', '')}`,
  );
}
