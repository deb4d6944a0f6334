import { ObjectType, Tag } from '../types';
import { formatSignature, parseSignature } from './signature';
import { splitHeaders } from './splitHeaders';

/** Reads an annotated tag object. A signature stands at the end of a tag's message; `message` is without it. */
export function parseTag(options: { sha: string; data: Buffer }): Tag {
  const { headers, rest } = splitHeaders(options.data);
  const first = (name: string) => headers.find(h => h.name === name)?.value;
  const tagger = first('tagger');
  const start = rest.search(/^-----BEGIN [A-Z ]+-----$/m);
  const signature = start === -1 ? undefined : rest.slice(start);
  return {
    sha: options.sha,
    object: first('object') ?? '',
    type: (first('type') ?? 'commit') as ObjectType,
    tag: first('tag') ?? '',
    ...(tagger && { tagger: parseSignature(tagger) }),
    message: signature ? rest.slice(0, start) : rest,
    ...(signature && {
      signature,
      payload: options.data.toString('utf8').slice(0, -signature.length),
    }),
  };
}

/** Writes an annotated tag object. */
export function encodeTag(
  tag: Required<Pick<Tag, 'object' | 'type' | 'tag' | 'tagger' | 'message'>>,
): Buffer {
  const lines = [
    `object ${tag.object}`,
    `type ${tag.type}`,
    `tag ${tag.tag}`,
    `tagger ${formatSignature(tag.tagger)}`,
  ];
  return Buffer.from(
    `${lines.join('\n')}\n\n${tag.message.replaceAll('\0', '')}`,
  );
}
