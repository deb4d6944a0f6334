/** The parts of a name of a file as `Wanted.files` has it: `HEAD:catalog-info.yaml`. A path may have colons, a branch has none. */
export function splitFileKey(key: string): { ref: string; path: string } {
  const colon = key.indexOf(':');
  return { ref: key.slice(0, colon), path: key.slice(colon + 1) };
}
