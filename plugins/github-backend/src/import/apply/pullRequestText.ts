import type { ImportItem } from '@callboard/plugin-github-common';

/** Title and text of a pull request that adds a descriptor. */
export function pullRequestText(options: {
  item: ImportItem;
  path: string;
  /** Of the portal: `https://portal.acme.example`. */
  portalUrl?: string;
  /** How the portal is called. */
  portalTitle: string;
}): { title: string; body: string; commit: string } {
  const { item, path, portalUrl, portalTitle } = options;
  const portal = portalUrl ? `[${portalTitle}](${portalUrl})` : portalTitle;
  const missing =
    item.missing.length > 0
      ? `\nWhat GitHub does not say, so please look at it:\n\n${item.missing
          .map(line => `- ${line}`)
          .join('\n')}\n`
      : '';
  return {
    title: `Add ${path}`,
    commit: `Add ${path}`,
    body: `This adds \`${path}\`, which tells ${portal}, our developer portal, what this repository is and whose.

It was made from what GitHub knows of the repository. Please check at least \`spec.owner\`, \`spec.type\` and \`spec.lifecycle\`; change what is wrong in this branch before you merge.
${missing}
Once it is merged, \`${entityOf(
      item,
    )}\` in the portal is what this file says. If the repository does not belong in the portal, close this; it will not be opened again.

Fields are described in [Descriptor Format of Catalog Entities](https://backstage.io/docs/features/software-catalog/descriptor-format).
`,
  };
}

function entityOf(item: ImportItem) {
  return item.entity?.ref ?? item.repository;
}
