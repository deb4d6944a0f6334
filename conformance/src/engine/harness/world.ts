/** What is outside of the catalogs: both sides of a pair see the same. Tests change it between steps. */
export type World = {
  /** The content behind URLs. A URL that is missing is not found. */
  files: Map<string, string>;
  /** Entity references that the test processor refuses, with the reason. */
  failing: Map<string, string>;
};

export function createWorld(): World {
  return { files: new Map(), failing: new Map() };
}
