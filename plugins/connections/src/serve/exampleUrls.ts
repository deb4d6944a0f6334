import type { GithubHostFacts } from '@callboard/plugin-connections-common';

const SHOWN = 3;

/** Addresses worth asking about, from what the installations reach; an organisation where no repository is known. */
export function exampleUrls(hosts: GithubHostFacts[]): string[] {
  return hosts
    .filter(({ aliasOf }) => !aliasOf)
    .flatMap(({ webUrl, apps }) => {
      const installations = apps.flatMap(app => app.installations);
      const repositories = installations.flatMap(i =>
        i.someRepositories.slice(0, 1),
      );
      const names =
        repositories.length > 0
          ? repositories
          : installations.map(({ account }) => account);
      return names.map(name => `${webUrl.replace(/\/$/, '')}/${name}`);
    })
    .filter((url, index, all) => all.indexOf(url) === index)
    .slice(0, SHOWN);
}
