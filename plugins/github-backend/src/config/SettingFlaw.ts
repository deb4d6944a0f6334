/** Something that is wrong, or has no effect, in the settings of the catalog from GitHub. */
export interface SettingFlaw {
  /** The full path: `callboard.github.catalog.inferred.rules[0].owner`. */
  key: string;
  /** What is wrong there and what to do; no secrets. */
  reason: string;
}
