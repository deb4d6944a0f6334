/**
 * Part of the key of every cached page: another one when pages come out differently. Its test renders a page with
 * everything there is and says which value belongs here.
 */
export const RENDERER_VERSION = '20ed7f68f2495ba5';
