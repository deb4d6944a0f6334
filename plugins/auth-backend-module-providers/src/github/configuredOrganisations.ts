import type { Config } from '@backstage/config';

/** Organisations whose people the catalog reads from a GitHub: `catalog.providers.githubOrg`, one entry or a list. */
export function configuredOrganisations(options: {
  config: Config;
  /** The GitHub's address. */
  webUrl: string;
}): string[] {
  const { config, webUrl } = options;
  const entries = [
    config.getOptional('catalog.providers.githubOrg') ?? [],
  ].flat() as { githubUrl?: string; orgs?: string[] | string }[];
  const { host } = new URL(webUrl);
  return [
    ...new Set(
      entries
        .filter(
          ({ githubUrl }) =>
            githubUrl &&
            URL.canParse(githubUrl) &&
            new URL(githubUrl).host === host,
        )
        .flatMap(({ orgs }) => orgs ?? []),
    ),
  ];
}
