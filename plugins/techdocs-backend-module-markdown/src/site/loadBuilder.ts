/** Loads the renderer on first use: a portal that builds no docs does not pay for it. */
export const loadBuilder = () => import('./buildSite');
