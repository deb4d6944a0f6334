import type {
  WikiDocsItem,
  WikiDocsPlan,
} from '@callboard/plugin-github-common';
import { columns } from '../portalCommand/columns';
import type { Ended } from './openPullRequests';

/** Which wikis can move, and why others cannot. Repositories without a wiki are only counted. */
export function formatWikiPlan(options: {
  plan: WikiDocsPlan;
  /** Those that `--repository` names. */
  items: WikiDocsItem[];
  width: number;
}): string {
  const { plan, items, width } = options;
  const ready = items.filter(({ state }) => state === 'ready');
  const without = items.filter(({ hasWiki }) => hasWiki === false);
  const others = items.filter(
    ({ state, hasWiki }) => state === 'left-out' && hasWiki !== false,
  );
  const list = (rows: string[][]) =>
    columns({ rows, width: width - 2 }).map(line => `  ${line}`);
  const blocks = [
    [
      `${plan.organisation} on ${plan.host}: ${
        items.length === 1 ? '1 repository' : `${items.length} repositories`
      }, ${without.length} without a wiki`,
    ],
    ...(others.length > 0
      ? [
          [
            others.length === 1
              ? '1 is left out'
              : `${others.length} are left out`,
            ...list(
              others.map(({ repository, reason = '' }) => [
                nameOf(repository),
                reason.replace(/\s+/g, ' '),
              ]),
            ),
          ],
        ]
      : []),
    ...(ready.length > 0
      ? [
          [
            `${ready.length} with a wiki that can move into docs/`,
            ...list(ready.map(({ repository }) => [nameOf(repository)])),
          ],
        ]
      : []),
    ...(plan.problems.length > 0 ? [plan.problems] : []),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

const TITLES = {
  'pull-request': 'with a pull request',
  skipped: 'skipped',
  failed: 'failed',
} as const;

/** What became of each repository. */
export function formatWikiReport(options: {
  results: Map<string, Ended>;
  width: number;
}): string {
  const { results, width } = options;
  const lines = Object.entries(TITLES).flatMap(([status, title]) => {
    const found = [...results].filter(([, ended]) => ended.status === status);
    if (found.length === 0) return [];
    const rows = found.map(([repository, ended]) => [
      repository,
      [
        ...('reason' in ended ? [ended.reason.replace(/\s+/g, ' ')] : []),
        ...('url' in ended && ended.url ? [ended.url] : []),
      ].join(', '),
    ]);
    return [
      `${found.length} ${title}`,
      // Addresses are to be copied, so they are never cut.
      ...columns({
        rows,
        width: status === 'pull-request' ? Infinity : width - 2,
      }).map(line => `  ${line}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function nameOf(repository: string) {
  return repository.slice(repository.indexOf('/') + 1);
}
