import type { GraphqlContext } from '../../GraphqlContext';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { gitObjectFields } from './gitObjectFields';
import { gitOf } from './gitOf';

/** Bytes of a blob from which on GitHub leaves out the rest of its text. */
const LONGEST_TEXT = 512 * 1024;
/** How many bytes git looks at to say whether a file is binary. */
const LOOKED_AT = 8000;

/** https://docs.github.com/graphql/reference/objects#blob */
export const Blob: Resolvers<Source<'blob'>> = {
  ...(gitObjectFields as Resolvers<Source<'blob'>>),
  byteSize: async (blob, _args, context) =>
    (await bytesOf(blob, context)).length,
  isBinary: async (blob, _args, context) =>
    isBinary(await bytesOf(blob, context)),
  isTruncated: async (blob, _args, context) =>
    (await bytesOf(blob, context)).length > LONGEST_TEXT,
  async text(blob, _args, context) {
    const bytes = await bytesOf(blob, context);
    return isBinary(bytes)
      ? null
      : bytes.subarray(0, LONGEST_TEXT).toString('utf8');
  },
};

function bytesOf(
  { repository, sha }: Source<'blob'>,
  context: GraphqlContext,
): Promise<Buffer> {
  return context.once(`blob:${repository.id}:${sha}`, async () => {
    const git = await gitOf({ repository, context });
    return (await git.readBlob({ sha })) ?? Buffer.alloc(0);
  });
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, LOOKED_AT).includes(0);
}
