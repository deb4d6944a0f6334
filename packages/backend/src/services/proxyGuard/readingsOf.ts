const MOST_DECODINGS = 3;

/**
 * The ways in which something behind the portal may read a path: decoded once or more, with slashes of both kinds as one, without what
 * follows a semicolon, and with dots resolved. All in lower case.
 */
export function readingsOf(path: string): string[] {
  const readings = new Set<string>();
  let text = path;
  for (let round = 0; round <= MOST_DECODINGS; round++) {
    readings.add(normal(text));
    readings.add(normal(text.replace(/;[^/]*/g, '')));
    const decoded = decode(text);
    if (decoded === text) break;
    text = decoded;
  }
  return [...readings];
}

function decode(text: string): string {
  // What is not an escape stays as it is; the rest is still read.
  return text.replace(/%[0-9a-f]{2}/gi, escape =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`.toLocaleLowerCase('en-US');
}
