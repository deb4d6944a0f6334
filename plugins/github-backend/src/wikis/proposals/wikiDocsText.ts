/** Title and text of a pull request that brings a wiki into `docs/`. */
export function wikiDocsText(options: {
  wikiUrl: string;
  /** Pages that it brings. */
  pages: number;
  /** What somebody has to look at, one sentence each. */
  notes: string[];
  /** Of the portal: `https://portal.acme.example`. */
  portalUrl?: string;
  portalTitle: string;
}): { title: string; body: string } {
  const { wikiUrl, pages, notes, portalUrl, portalTitle } = options;
  const portal = portalUrl ? `[${portalTitle}](${portalUrl})` : portalTitle;
  const remarks =
    notes.length > 0 ? `\n${notes.map(note => `- ${note}`).join('\n')}\n` : '';
  return {
    title: 'Bring the wiki into docs/',
    body: `This copies ${
      pages === 1 ? 'the page' : `the ${pages} pages`
    } of [the wiki](${wikiUrl}) and its images into \`docs/\`, where ${portal}, our developer portal, shows them, and where they change with the code. Links between pages lead to the files now.
${remarks}
Once it is merged, edit \`docs/\`: the wiki is not read any more. To leave no second truth behind, switch the wiki off in the repository's settings. If you would rather keep the wiki, close this; it will not be opened again.
`,
  };
}
