import { Readable } from 'node:stream';
import { gitText } from './gitText';

/**
 * Answers with what git writes. Where git cannot read the request it has not begun to write, which makes it 400. Later there is nobody to
 * tell: the client has gone, or sees that the answer breaks off.
 */
export async function streamAnswer(options: {
  output: AsyncIterable<Buffer>;
  service: string;
}): Promise<Response> {
  const { output, service } = options;
  const parts = output[Symbol.asyncIterator]();
  let first: IteratorResult<Buffer>;
  try {
    first = await parts.next();
  } catch {
    return gitText({ status: 400, text: 'The request cannot be read.' });
  }
  const answer = Readable.from(all({ first, parts }));
  return new Response(Readable.toWeb(answer) as ReadableStream, {
    headers: {
      'content-type': `application/x-${service}-result`,
      'cache-control': 'no-cache, max-age=0, must-revalidate',
    },
  });
}

async function* all(options: {
  first: IteratorResult<Buffer>;
  parts: AsyncIterator<Buffer>;
}): AsyncGenerator<Buffer> {
  const { first, parts } = options;
  try {
    for (let part = first; !part.done; part = await parts.next()) {
      yield part.value;
    }
  } catch {
    // The end of a pack that is not whole says so itself.
  } finally {
    await parts.return?.();
  }
}
