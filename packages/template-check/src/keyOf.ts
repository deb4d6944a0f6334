/** A path as people write it: `spec.steps[1].input['my key']`. */
export function keyOf(path: readonly string[]): string {
  return path
    .map((segment, index) => {
      if (/^\d+$/.test(segment)) {
        return `[${segment}]`;
      }
      if (!/^[\w$:-]+$/.test(segment)) {
        return `['${segment}']`;
      }
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}
