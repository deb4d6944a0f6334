/**
 * A tree cannot be written as asked. `malformedPath`: empty, absolute, or with a part `.`, `..` or `.git`; `objectMissing`: the entry or the
 * base names an object that is not there; `wrongType`: the object does not fit the mode; `pathMissing`: a deletion of what is not there.
 */
export class TreeChangeError extends Error {
  constructor(
    readonly reason:
      | 'malformedPath'
      | 'objectMissing'
      | 'wrongType'
      | 'pathMissing',
    readonly path: string,
  ) {
    super(`Cannot write the tree entry "${path}": ${reason}`);
    this.name = 'TreeChangeError';
  }
}
