import type { WikiDocsItem } from '@callboard/plugin-github-common';
import { matchesGlob } from '../portalCommand/matchesGlob';
import { printJson } from '../portalCommand/printJson';
import {
  runPortalCommand,
  type PortalCommand,
} from '../portalCommand/runPortalCommand';
import { ExitStatus } from '../problems/ExitStatus';
import { ProblemsError } from '../problems/ProblemsError';
import { formatWikiPlan, formatWikiReport } from './formatWikis';
import { openPullRequests } from './openPullRequests';
import type { DocsWikiOptions } from './registerDocsCommand';

/** `callboard docs wiki`. Ends the process. */
export async function docsWiki(asked: {
  organisation?: string;
  options: DocsWikiOptions;
}): Promise<void> {
  const { options } = asked;
  await runPortalCommand({
    ...asked,
    title: 'No pull request was opened',
    work: command => bringWikis({ ...command, options }),
  });
}

async function bringWikis(
  command: PortalCommand & { options: DocsWikiOptions },
): Promise<number> {
  const { portal, target, out, width, approves } = command;
  const { json, repository: globs } = command.options;
  out.write(`Looking at the wikis of ${target.organisation}…\n`);
  const plan = await portal.planWikis(target);
  const items = plan.items.filter(item => isMeant(item, globs));
  if (items.length === 0 && globs.length > 0) {
    throw new ProblemsError(
      [
        {
          problem: `${
            plan.organisation
          } has no repository that fits ${globs.join(', ')}`,
          where: '--repository',
          remedy: 'name one of its repositories, as GitHub has it',
        },
      ],
      { isUsage: true },
    );
  }
  if (!json) out.write(`\n${formatWikiPlan({ plan, items, width })}`);
  const ready = items.filter(({ state }) => state === 'ready');
  const count =
    ready.length === 1 ? '1 repository' : `${ready.length} repositories`;
  const mayOpen =
    ready.length > 0 && (await approves(`Open pull requests in ${count}?`));
  if (!mayOpen) {
    if (json) printJson({ ...plan, items });
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
    printJson({
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
