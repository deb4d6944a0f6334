// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$/;

/** A ref is a file; while it is written, its name has `.lock` at the end. */
const LONGEST_PART_BYTES = 255 - '.lock'.length;
const LONGEST_BYTES = 1000;

/** Whether a full ref name (`refs/heads/main`) is valid by the rules of `git check-ref-format`, and fits into a file system. */
export function isValidRefName(name: string): boolean {
  const parts = name.split('/');
  return (
    parts.length > 1 &&
    !FORBIDDEN.test(name) &&
    Buffer.byteLength(name) <= LONGEST_BYTES &&
    parts.every(
      part =>
        !part.startsWith('.') &&
        !part.endsWith('.lock') &&
        Buffer.byteLength(part) <= LONGEST_PART_BYTES,
    )
  );
}
