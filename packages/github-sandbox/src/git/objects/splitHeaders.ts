/** The headers of a commit or tag object, in order; a value that goes on over lines keeps them. `rest` is the message. */
export interface Headers {
  headers: Array<{ name: string; value: string }>;
  rest: string;
}

function decoder(data: Buffer): (bytes: Buffer) => string {
  const head = data.subarray(0, data.indexOf('\n\n') + 1).toString('latin1');
  const encoding = /^encoding (.+)$/m.exec(head)?.[1];
  if (encoding && !/^utf-?8$/i.test(encoding)) {
    try {
      const text = new TextDecoder(encoding);
      return bytes => text.decode(bytes);
    } catch {
      // Not an encoding that this platform knows: the bytes are read as UTF-8, as for a commit that names none.
    }
  }
  return bytes => bytes.toString('utf8');
}

/** Splits a commit or tag object. A text in another encoding is decoded if its `encoding` header says so. */
export function splitHeaders(data: Buffer): Headers {
  const decode = decoder(data);
  const end = data.indexOf('\n\n');
  const head = decode(end === -1 ? data : data.subarray(0, end));
  const rest = end === -1 ? '' : decode(data.subarray(end + 2));
  const headers: Headers['headers'] = [];
  for (const line of head.split('\n')) {
    const last = headers.at(-1);
    if (line.startsWith(' ') && last) {
      last.value += `\n${line.slice(1)}`;
    } else if (line) {
      const space = line.indexOf(' ');
      const name = space === -1 ? line : line.slice(0, space);
      headers.push({ name, value: space === -1 ? '' : line.slice(space + 1) });
    }
  }
  return { headers, rest };
}
