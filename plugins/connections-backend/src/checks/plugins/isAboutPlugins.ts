/** Whether a problem of the launcher is one of the plugins that `callboard.plugins` names. */
export function isAboutPlugins(problem: { where?: string }): boolean {
  return /\bcallboard\.plugins\b/.test(problem.where ?? '');
}
