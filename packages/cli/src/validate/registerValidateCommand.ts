import type { Command } from 'commander';
import { formatReport } from './formatReport';
import { MAX_DOCUMENTS, MAX_FILE_BYTES } from './limits';

const HELP = `
Checks what the catalog of Backstage 1.55 would reject, without a portal: YAML, names, schemas of all built-in kinds and
of templates, kinds that nobody knows, the same entity twice, and targets and placeholders ($text, $json, $yaml,
$openapi) that point to missing files. URLs are not fetched, and entities that are only referred to need not be there.
Of templates it warns of what would not run as it is written: expressions that cannot be read, filters, parameters and
steps that there are not, steps with the same id, fields that nobody can fill in.

Of a folder, these files are checked, at any depth but in .git and node_modules:
  - files called catalog-info.yaml or catalog-info.yml
  - other .yaml and .yml files with a document that has a kind and an apiVersion of backstage.io
Skeletons of templates are left out and listed: files with placeholders such as \${{ values.name }}, and the folders that a
Template fetches from. A file that is named itself is always checked.

A file of more than ${
  MAX_FILE_BYTES / 1024 / 1024
} MiB or ${MAX_DOCUMENTS} documents is refused.

Exit status: 0 no error (warnings do not count), 1 errors or nothing to check, 2 wrong usage.

Examples:
  $ callboard validate catalog-info.yaml
  $ callboard validate . --json
  $ callboard validate catalog/ --allow-kind Environment
`;

/** What the command needs of its surroundings. */
export type ValidateDependencies = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Loads the implementation, which is heavy, when the command runs. */
  load: () => Promise<typeof import('./validatePaths')>;
};

const REAL: ValidateDependencies = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  load: () => import('./validatePaths'),
};

/** Adds `callboard validate`. Sets the exit status of the process; never ends it itself. */
export function registerValidateCommand(
  program: Command,
  { out, err, load }: ValidateDependencies = REAL,
): Command {
  return program
    .command('validate')
    .summary('check entity files without a portal')
    .description('Checks entity files and reports every problem with its line.')
    .argument('<path...>', 'files, and folders to walk')
    .option('--json', 'print the report as JSON')
    .option(
      '--allow-kind <kind...>',
      'kinds that the portal has a processor for, beyond the stock ones',
    )
    .addHelpText('after', HELP)
    .action(
      async (
        paths: string[],
        options: { json?: boolean; allowKind?: string[] },
      ) => {
        const { validatePaths } = await load();
        try {
          const report = await validatePaths({
            paths,
            allowedKinds: options.allowKind,
          });
          out(
            options.json
              ? `${JSON.stringify(report, null, 2)}\n`
              : formatReport(report),
          );
          if (report.files === 0) {
            err(
              `No entity file was found in ${paths.join(
                ', ',
              )}. Name the file itself, or see --help for the files that are taken from a folder.\n`,
            );
          }
          process.exitCode = report.ok && report.files > 0 ? 0 : 1;
        } catch (error) {
          if ((error as Error).name !== 'InputError') {
            throw error;
          }
          err(`${(error as Error).message}\n`);
          process.exitCode = 2;
        }
      },
    );
}
