/**
 * Whether GitHub's people are known not to have a team (`slug` of `organisation`) or a person. False where they are not read, or not yet: then
 * nobody knows.
 */
export type Lacks = (
  named: { host: string; organisation: string } & (
    | { slug: string }
    /** Of anybody who may own a repository of `organisation`. */
    | { login: string }
  ),
) => boolean;
