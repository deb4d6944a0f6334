import pLimit from 'p-limit';
import { readFile } from '../answer/readFile';
import { askGraphql } from '../graphql/askGraphql';
import { errorsBelow } from '../graphql/errorsBelow';
import type { Link } from '../graphql/Link';
import { pause } from '../graphql/pause';
import type { RawObject } from '../graphql/RawRepository';
import { textAlias, textsQuestion } from '../graphql/textsQuestion';
import type { RawTexts } from '../texts/RawTexts';
import type { TreeFile } from './listFiles';

/** Texts in one request, and their bytes together. */
const MOST = { texts: 50, bytes: 1024 * 1024 };
/** From this length on GraphQL may cut a text off, so that it is not asked. */
const LONG = 256 * 1024;
const RAW_AT_ONCE = 5;

/** Texts by the ids of their blobs; those that cannot be read are missing. Equal files are read once. */
export async function readTexts(options: {
  link: Link;
  texts: RawTexts;
  name: string;
  files: TreeFile[];
}): Promise<Map<string, string>> {
  const { link, texts, name, files } = options;
  const sizes = new Map(files.map(({ oid, size }) => [oid, size]));
  const found = new Map<string, string>();
  const byRest = new Set<string>();
  let left: string[] = [];
  for (const [oid, size] of sizes) {
    if (size > LONG) byRest.add(oid);
    else left.push(oid);
  }

  let most = MOST.texts;
  let attempt = 0;
  while (left.length > 0) {
    const chunk = fitting({ oids: left, sizes, most });
    const answer = await askGraphql<{
      repository: Record<string, RawObject | null> | null;
    }>({
      link,
      question: textsQuestion({ owner: link.owner, name, oids: chunk }),
    });
    left = left.slice(chunk.length);
    const missing =
      answer.outcome === 'too-much'
        ? chunk
        : chunk.filter((oid, position) => {
            const alias = textAlias(position);
            const [problem] = errorsBelow(answer.errors, ['repository', alias]);
            const { file } = readFile({
              object: answer.data.repository?.[alias],
              doubt: problem?.message,
            });
            if (file.state === 'present') found.set(oid, file.text);
            return file.state !== 'present';
          });
    if (answer.outcome === 'answered' && missing.length < chunk.length) {
      // What GitHub leaves out of an answer that is there otherwise is binary, or not for this credential.
      missing.forEach(oid => byRest.add(oid));
      continue;
    }
    if (chunk.length === 1) byRest.add(chunk[0]);
    else left = [...chunk, ...left];
    most = Math.max(1, Math.floor(chunk.length / 2));
    attempt += 1;
    await pause({ link, attempt });
  }

  const limit = pLimit(RAW_AT_ONCE);
  await Promise.all(
    [...byRest].map(oid =>
      limit(async () => {
        const byteSize = sizes.get(oid) ?? 0;
        const read = await texts.ofBlob({ link, name, oid, byteSize });
        if (read.outcome === 'read') found.set(oid, read.text);
      }),
    ),
  );
  return found;
}

/** As many from the front as one request may have; at least one. */
function fitting(options: {
  oids: string[];
  sizes: Map<string, number>;
  most: number;
}): string[] {
  const { oids, sizes, most } = options;
  let bytes = 0;
  const end = oids.findIndex((oid, index) => {
    bytes += sizes.get(oid) ?? 0;
    return index > 0 && (index >= most || bytes > MOST.bytes);
  });
  return end === -1 ? oids : oids.slice(0, end);
}
