import {
  applicable,
  type ImportMode,
  type ImportRun,
} from '@callboard/plugin-github-common';
import { matchesGlob } from '../portalCommand/matchesGlob';
import type { ImportPortal } from '../portalCommand/portal/ImportPortal';
import { printJson } from '../portalCommand/printJson';
import {
  runPortalCommand,
  type PortalCommand,
} from '../portalCommand/runPortalCommand';
import { ExitStatus } from '../problems/ExitStatus';
import { ProblemsError } from '../problems/ProblemsError';
import { follow } from './follow';
import { createProgress } from './format/createProgress';
import { formatPlan } from './format/formatPlan';
import { formatReport } from './format/formatReport';
import { howToGoOn } from './howToGoOn';
import { onInterrupt } from './onInterrupt';
import type { ImportOptions } from './registerImportCommand';
import { unfinished } from './unfinished';

/** `callboard import github`. Ends the process. */
export async function importGithub(asked: {
  organisation?: string;
  options: ImportOptions;
}): Promise<void> {
  const { options } = asked;
  await runPortalCommand({
    ...asked,
    title: 'Nothing was imported',
    work: command => runImport({ ...command, options }),
  });
}

async function runImport(
  command: PortalCommand & { options: ImportOptions },
): Promise<number> {
  const { portal, baseUrl, target, out, width, approves, options } = command;
  const progress = createProgress({ stream: process.stderr });
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
    const id = await resume({ portal, target });
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
    if (!options.json)
      out.write(`\n${formatPlan({ run: plan, items, width })}`);
    const chosen = items.filter(item => applicable({ item, mode }));
    const mayApply =
      chosen.length > 0 &&
      !options.plan &&
      (await approves(questionFor({ mode, count: chosen.length })));
    if (!mayApply) {
      if (options.json) printJson({ ...plan, items });
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
  if (options.json) printJson(applied);
  else {
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
}): Promise<string> {
  const { portal, target } = options;
  const found = unfinished({ runs: await portal.list(), target });
  if (!found) {
    throw new ProblemsError(
      [
        {
          problem: `no import of ${target.organisation} was begun and not ended`,
          where: '--resume',
          remedy: 'leave it out to make a plan',
        },
      ],
      { isUsage: true },
    );
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
