/** The SHA of the tree without entries, which git knows without being told. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
