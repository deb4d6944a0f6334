import type { ImportMode, ImportRun } from '@callboard/plugin-github-common';
import { readEnvironment } from '../config/readEnvironment';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import { confirm } from './confirm';
import { follow } from './follow';
import { createProgress } from './format/createProgress';
import { formatPlan } from './format/formatPlan';
import { formatReport } from './format/formatReport';
import { chooseOrganisation } from './chooseOrganisation';
import { howToGoOn } from './howToGoOn';
import { matchesGlob } from './matchesGlob';
import { onInterrupt } from './onInterrupt';
import type { ImportPortal } from './portal/ImportPortal';
import { reachPortal } from './portal/reachPortal';
import type { ImportOptions } from './registerImportCommand';
import { unfinished } from './unfinished';

const DEFAULT_COLUMNS = 120;

/** `callboard import github`. Ends the process: a reader of stdin must not keep it. */
export async function importGithub(asked: {
  organisation?: string;
  options: ImportOptions;
}): Promise<void> {
  const status = await runImport(asked).catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    report({ problems: error.problems, json: asked.options.json });
    return error.problems.some(({ where }) => where?.includes('--'))
      ? ExitStatus.wrongUsage
      : ExitStatus.failed;
  });
  await Promise.all(
    [process.stdout, process.stderr].map(
      stream => new Promise<void>(resolve => stream.write('', () => resolve())),
    ),
  );
  process.exit(status);
}

async function runImport(asked: {
  organisation?: string;
  options: ImportOptions;
}): Promise<number> {
  const { options } = asked;
  const environment = readEnvironment({
    // Its `--host` is a GitHub, and nothing that a portal listens on.
    options: { ...options, host: undefined },
    env: process.env,
  });
  process.chdir(environment.root);
  const reached = await reachPortal({ environment });
  if (reached.outcome === 'unreadable') {
    report({ problems: reached.problems, json: options.json });
    return ExitStatus.cannotStart;
  }
  const { portal, baseUrl } = reached;
  const out = options.json ? process.stderr : process.stdout;
  const progress = createProgress({ stream: process.stderr });
  const target = await chooseOrganisation({
    ...{ portal, host: options.host, organisation: asked.organisation },
  });
  let page: string | undefined;
  const pageOf = (id: string) => `${baseUrl}/github/import?run=${id}`;
  onInterrupt({ say: () => howToGoOn({ target, page }) });
  const watch = async (id: string) => {
    const ended = await follow({ portal, id, show: progress.show });
    progress.end();
    return ended;
  };

  const mode: ImportMode =
    options.mode === 'register' ? 'register' : 'pull-request';
  let applied: ImportRun;
  if (options.resume) {
    const id = await resume({ portal, target, options });
    page = pageOf(id);
    applied = await watch(id);
  } else {
    out.write(`Planning for ${target.organisation}…\n`);
    const { id } = await portal.plan(target);
    const plan = await watch(id);
    if (plan.status === 'failed') {
      throw new ProblemsError([
        {
          problem: `the plan could not be made: ${plan.statusReason}`,
          remedy: 'callboard doctor says what is wrong with the connection',
        },
      ]);
    }
    const items = plan.items.filter(
      ({ repository }) =>
        options.only.length === 0 ||
        options.only.some(glob => matchesGlob({ glob, repository })),
    );
    const width = process.stdout.columns ?? DEFAULT_COLUMNS;
    if (!options.json)
      out.write(`\n${formatPlan({ run: plan, items, width })}`);
    const chosen = items.filter(
      ({ state }) =>
        state === 'inferable' ||
        (mode === 'pull-request' && state === 'inferred'),
    );
    const mayApply =
      chosen.length > 0 &&
      !options.plan &&
      (options.yes ||
        (!options.json &&
          (await confirm({
            question: `\n${questionFor({ mode, count: chosen.length })}`,
            input: process.stdin,
            ask: text => out.write(text),
          }))));
    if (!mayApply) {
      if (options.json) print({ ...plan, items });
      else {
        out.write(
          chosen.length === 0
            ? '\nThere is nothing to make.\n'
            : `\nNothing was changed. The plan is at ${pageOf(id)}\n`,
        );
      }
      return ExitStatus.done;
    }
    page = pageOf(id);
    await portal.apply({
      ...{ id, mode },
      repositories: chosen.map(({ repository }) => repository),
    });
    applied = await watch(id);
  }
  if (options.json) print(applied);
  else {
    const width = process.stdout.columns ?? DEFAULT_COLUMNS;
    out.write(`\n${formatReport({ run: applied, width })}`);
    out.write(`See ${pageOf(applied.id)}\n`);
  }
  const failed = applied.items.some(
    ({ outcome }) => outcome?.status === 'failed',
  );
  return applied.status === 'done' && !failed
    ? ExitStatus.done
    : ExitStatus.failed;
}

/** Goes on with what was left, in the mode that it had. Resolves to its id. */
async function resume(options: {
  portal: ImportPortal;
  target: { host?: string; organisation: string };
  options: ImportOptions;
}): Promise<string> {
  const { portal, target } = options;
  const found = unfinished({ runs: await portal.list(), target });
  if (!found) {
    throw new ProblemsError([
      {
        problem: `no import of ${target.organisation} was begun and not ended`,
        where: '--resume',
        remedy: 'leave it out to make a plan',
      },
    ]);
  }
  const { id, mode, status, pausedUntil } = found;
  const isStopped =
    status === 'failed' || (status === 'paused' && pausedUntil === undefined);
  if (isStopped) await portal.apply({ id, mode: mode! });
  return id;
}

function questionFor(options: { mode: ImportMode; count: number }): string {
  const { mode, count } = options;
  const repositories = count === 1 ? '1 repository' : `${count} repositories`;
  return mode === 'register'
    ? `Register what is inferred of ${repositories}?`
    : `Open pull requests in ${repositories}?`;
}

function print(run: ImportRun) {
  process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
}

function report(options: { problems: Problem[]; json: boolean }) {
  const { problems, json } = options;
  if (json) {
    process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  } else {
    process.stderr.write(
      `\n${formatProblems({ title: 'Nothing was imported', problems })}`,
    );
  }
}
