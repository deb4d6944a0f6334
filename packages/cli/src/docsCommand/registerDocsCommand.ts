import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';
import { docsBuild, type DocsBuildOptions } from './docsBuild';
import { type Builder, loadBuilder } from './loadBuilder';

/** The options of `callboard docs wiki`. */
export interface DocsWikiOptions extends ConfigOptions {
  port?: number;
  /** A GitHub, unlike the `host` of `callboard start`. */
  host?: string;
  repository: string[];
  yes: boolean;
}

/** What `docs build` needs of its surroundings. */
export interface DocsBuildDependencies {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Loads the builder, which is heavy, when the command runs. */
  load: () => Promise<Builder>;
}

const REAL: DocsBuildDependencies = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  load: loadBuilder,
};

/** Adds `callboard docs`. */
export function registerDocsCommand(
  program: Command,
  { out, err, load }: DocsBuildDependencies = REAL,
) {
  const command = program
    .command('docs')
    .description('Build docs, and bring them to where the portal shows them.');

  command
    .command('build')
    .argument('<folder>', 'folder with mkdocs.yml, or with a README.md alone')
    .description('Build the docs of one folder, as the portal would.')
    .requiredOption(
      '--output <folder>',
      'where the site is written to; an earlier build there is replaced',
    )
    .option('--json', 'print the result as JSON', false)
    .option(
      '--strict',
      'fail when something is wrong with the site, or ignored',
      false,
    )
    .addHelpText(
      'after',
      `
No portal has to run, and neither Python nor Docker is needed. The sources are only read; nothing in them runs, and nothing is fetched. The
result is a TechDocs site: pages, techdocs_metadata.json and search/search_index.json. Progress is on stderr; with --json
{pages, assets, messages} is on stdout.

Examples:
  callboard docs build . --output site
  callboard docs build services/shop --output /tmp/shop --strict

Exit status: 0 the site was built, 1 it could not be, or with --strict there is something to say about it, 2 wrong usage.`,
    )
    .action(async (folder: string, options: DocsBuildOptions) => {
      const { buildSite } = await load();
      process.exitCode = await docsBuild({
        ...{ folder, options, out, err, buildSite },
      });
    });

  addConfigOptions(command.command('wiki'))
    .argument(
      '[organisation]',
      'organisation on GitHub (default: the one that the portal mirrors)',
    )
    .description(
      'Plan which GitHub wikis can move into docs/ of their repositories, then open a pull request for each.',
    )
    .option(
      '--presets <names>',
      'presets, comma-separated (CALLBOARD_PRESETS)',
      toNames,
    )
    .option(
      '--port <number>',
      'port of the portal (PORT, default 7007)',
      toPort,
    )
    .option(
      '--host <host>',
      'GitHub, as the configuration names it (default: the only one)',
    )
    .option(
      '--repository <name>',
      'repositories by name or OWNER/NAME, with * and ?; may be repeated',
      (glob: string, globs: string[]) => [...globs, glob],
      [],
    )
    .option('--yes', 'open the pull requests without asking', false)
    .addHelpText(
      'after',
      `
A wiki need not move: backstage.io/techdocs-ref: url:https://HOST/OWNER/REPO/wiki shows it as it is. This command is for wikis that are to be
versioned with their code. The portal has to run: it plans, and opens the pull requests, on a branch named callboard/wiki-docs. Each has the
pages and images of the wiki, a mkdocs.yml where there is none, and the annotation in catalog-info.yaml where that names no docs. Repositories
with docs/ are left alone. Nothing is changed before the plan is confirmed.

Run it again after an interruption: what has been done is found, and a pull request that people have closed is not opened again.

Give it the options and variables that the portal is started with. With --json the plan, or what became of it, is on stdout and everything
else on stderr; without --yes it then stops after the plan.

Examples:
  callboard docs wiki
  callboard docs wiki acme --repository payments-service
  callboard docs wiki acme --repository 'payments-*' --yes --json

Exit status: 0 done, 1 it could not be done or some repositories failed, 2 wrong usage, 78 the configuration cannot be read.`,
    )
    .action(
      async (organisation: string | undefined, options: DocsWikiOptions) => {
        const { docsWiki } = await import('./docsWiki');
        await docsWiki({ organisation, options });
      },
    );
}
