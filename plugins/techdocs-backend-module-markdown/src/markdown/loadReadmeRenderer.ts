/** Loads what renders READMEs on first use: `renderReadme({text, resolveLink})` gives HTML that may be put into a page. */
export const loadReadmeRenderer = () => import('./renderReadme');
