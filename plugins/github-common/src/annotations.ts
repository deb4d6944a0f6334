/** The commit that a descriptor was first seen at, in this version. */
export const ANNOTATION_SOURCE_COMMIT = 'callboard/source-commit';
/** The descriptor's path in its repository: `docs/catalog-info.yaml`. */
export const ANNOTATION_SOURCE_FILE = 'callboard/source-file';
/** When this version of the descriptor was first seen, ISO 8601. */
export const ANNOTATION_SEEN_AT = 'callboard/seen-at';
/** How long after GitHub had this version it was seen, in milliseconds; absent where it was there before the first sync. */
export const ANNOTATION_LAG = 'callboard/lag-ms';
/** `'true'` on entities that no descriptor says. */
export const ANNOTATION_INFERRED = 'callboard/inferred';
