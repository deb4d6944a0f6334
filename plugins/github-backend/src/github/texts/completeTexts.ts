import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Found } from '../answer/readConnection';
import type { PendingText } from '../answer/readRepository';
import type { Link } from '../graphql/Link';
import type { FileRead, RepositoryRead } from '../RepositoryRead';
import { splitFileKey } from '../splitFileKey';
import type { RawTexts } from './RawTexts';

/** Requests at the same time; a page seldom needs any. */
const AT_ONCE = 5;

/** The repositories of an answer with the texts that it did not have: long ones, those that GitHub takes for binary, links. */
export async function completeTexts(options: {
  link: Link;
  texts: RawTexts;
  found: Found[];
}): Promise<RepositoryRead[]> {
  const { link, texts, found } = options;
  const limit = pLimit(AT_ONCE);
  await Promise.all(
    found.flatMap(({ repository, pending }) =>
      pending.map(item =>
        limit(async () => {
          repository.files[item.file] = await complete({
            // A repository that moved is another owner's by now.
            link: { ...link, owner: repository.owner },
            texts,
            name: repository.name,
            item,
            file: repository.files[item.file],
          });
        }),
      ),
    ),
  );
  return found.map(({ repository }) => repository);
}

async function complete(options: {
  link: Link;
  texts: RawTexts;
  name: string;
  item: PendingText;
  file: FileRead;
}): Promise<FileRead> {
  const { link, texts, name, item, file } = options;
  const { reason, oid, byteSize } = item;
  if (reason === 'link') {
    const linked = await texts.atPath({
      ...{ link, name },
      ...splitFileKey(item.file),
    });
    // A link to nowhere, or to a folder, is its own text.
    if (linked.outcome === 'unread') return file;
    return { state: 'present', oid: oidOf(linked.text), text: linked.text };
  }
  const read = await texts.ofBlob({ link, name, oid, byteSize });
  return read.outcome === 'read'
    ? { state: 'present', oid, text: read.text }
    : { state: 'unread', reason: read.reason };
}

/** The id that git gives to a text: the link's own would not change with what it leads to. */
function oidOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
