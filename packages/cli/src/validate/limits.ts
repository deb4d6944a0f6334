/**
 * A descriptor above this size is refused unread. The largest ones in public repositories stay below
 * 2 MiB, and they hold whole API definitions that belong into a file of their own.
 */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A descriptor with more documents is refused unparsed. */
export const MAX_DOCUMENTS = 5_000;

/** How much of a file is read to tell whether it is an entity descriptor. */
export const SNIFF_BYTES = 256 * 1024;

/** Folders that never hold descriptors of the repository that they are in. */
export const IGNORED_FOLDERS = new Set(['.git', '.hg', '.svn', 'node_modules']);
