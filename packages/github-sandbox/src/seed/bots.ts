/** GitHub's own bots, which may be authors in every seed. The numbers stand in their e-mail addresses on GitHub. */
export const BOTS: Readonly<Record<string, number>> = {
  'dependabot[bot]': 49699333,
  'github-actions[bot]': 41898282,
};
