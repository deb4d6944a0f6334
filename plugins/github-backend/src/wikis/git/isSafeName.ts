const LONGEST = 200;
/** GitHub allows none of these in the title of a page either; and no control characters. */
const ODD = /[\\/:*?"<>|]|\p{Cc}/u;

/** Whether a name in a wiki can be the name of a file or folder anywhere: no `..`, nothing hidden, no character that has a meaning. */
export function isSafeName(name: string): boolean {
  return (
    name.length > 0 &&
    Buffer.byteLength(name) <= LONGEST &&
    !name.startsWith('.') &&
    name === name.trim() &&
    !ODD.test(name)
  );
}
