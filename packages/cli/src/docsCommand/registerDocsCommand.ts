import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';

/** The options of `callboard docs wiki`. */
export interface DocsWikiOptions extends ConfigOptions {
  port?: number;
  /** A GitHub, unlike the `host` of `callboard start`. */
  host?: string;
  repository: string[];
  yes: boolean;
}

/** Adds `callboard docs`. */
export function registerDocsCommand(program: Command) {
  const command = program
    .command('docs')
    .description('Bring docs to where the portal shows them.');

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
