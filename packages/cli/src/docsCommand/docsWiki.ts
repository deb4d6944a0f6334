import type { WikiDocsItem } from '@callboard/plugin-github-common';
import { readEnvironment } from '../config/readEnvironment';
import { chooseOrganisation } from '../importCommand/chooseOrganisation';
import { confirm } from '../importCommand/confirm';
import { matchesGlob } from '../importCommand/matchesGlob';
import { reachPortal } from '../importCommand/portal/reachPortal';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import { formatWikiPlan, formatWikiReport } from './formatWikis';
import { openPullRequests } from './openPullRequests';
import type { DocsWikiOptions } from './registerDocsCommand';

const DEFAULT_COLUMNS = 120;

/** `callboard docs wiki`. Ends the process: a reader of stdin must not keep it. */
export async function docsWiki(asked: {
  organisation?: string;
  options: DocsWikiOptions;
}): Promise<void> {
  const status = await run(asked).catch((error: unknown) => {
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

async function run(asked: {
  organisation?: string;
  options: DocsWikiOptions;
}): Promise<number> {
  const { options } = asked;
  const { json } = options;
  const environment = readEnvironment({
    // Its `--host` is a GitHub, and nothing that a portal listens on.
    options: { ...options, host: undefined },
    env: process.env,
  });
  process.chdir(environment.root);
  const reached = await reachPortal({ environment });
  if (reached.outcome === 'unreadable') {
    report({ problems: reached.problems, json });
    return ExitStatus.cannotStart;
  }
  const { portal } = reached;
  const out = json ? process.stderr : process.stdout;
  const width = process.stdout.columns ?? DEFAULT_COLUMNS;
  const target = await chooseOrganisation({
    ...{ portal, host: options.host, organisation: asked.organisation },
  });

  out.write(`Looking at the wikis of ${target.organisation}…\n`);
  const plan = await portal.planWikis(target);
  const items = plan.items.filter(item => isMeant(item, options.repository));
  if (items.length === 0 && options.repository.length > 0) {
    throw new ProblemsError([
      {
        problem: `${
          plan.organisation
        } has no repository that fits ${options.repository.join(', ')}`,
        where: '--repository',
        remedy: 'name one of its repositories, as GitHub has it',
      },
    ]);
  }
  if (!json) out.write(`\n${formatWikiPlan({ plan, items, width })}`);
  const ready = items.filter(({ state }) => state === 'ready');
  const count =
    ready.length === 1 ? '1 repository' : `${ready.length} repositories`;
  const mayOpen =
    ready.length > 0 &&
    (options.yes ||
      (!json &&
        (await confirm({
          question: `\nOpen pull requests in ${count}?`,
          input: process.stdin,
          ask: text => out.write(text),
        }))));
  if (!mayOpen) {
    if (json) print({ ...plan, items });
    else {
      out.write(
        ready.length === 0
          ? '\nThere is nothing to bring.\n'
          : '\nNothing was changed.\n',
      );
    }
    return ExitStatus.done;
  }

  const results = await openPullRequests({
    portal,
    host: plan.host,
    items: ready,
    tell: text => process.stderr.write(text),
  });
  if (json) {
    print({
      ...plan,
      items: items.map(item => ({
        ...item,
        outcome: results.get(item.repository),
      })),
    });
  } else out.write(`\n${formatWikiReport({ results, width })}`);
  const hasFailed = [...results.values()].some(
    ({ status }) => status === 'failed',
  );
  return hasFailed ? ExitStatus.failed : ExitStatus.done;
}

function isMeant({ repository }: WikiDocsItem, globs: string[]): boolean {
  return (
    globs.length === 0 || globs.some(glob => matchesGlob({ glob, repository }))
  );
}

function print(value: object) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function report(options: { problems: Problem[]; json: boolean }) {
  const { problems, json } = options;
  if (json) print({ problems });
  else {
    process.stderr.write(
      `\n${formatProblems({ title: 'No pull request was opened', problems })}`,
    );
  }
}
