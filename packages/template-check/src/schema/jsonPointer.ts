/** The segments of a JSON pointer such as ajv's `instancePath`: `/spec/steps/0` is `['spec', 'steps', '0']`. */
export function jsonPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
}
