import type { PortalSummary } from './portalSummary';

const LABEL_WIDTH = 10;
/** A portal with dozens of syncs must not push the rest off the screen. */
const MAX_LINES = 6;

/** The summary for a terminal, on one screen. */
export function formatSummary(summary: PortalSummary): string {
  const { presets, presetsNote, baseUrl, database, warnings } = summary;
  const rows: [label: string, lines: string[]][] = [
    [
      'Presets',
      [
        presets.length > 0 && presetsNote
          ? `${presets.join(', ')} (${presetsNote})`
          : presets.join(', ') || presetsNote || 'none',
      ],
    ],
    ['Base URL', [baseUrl]],
    ['Database', [database]],
    ['Sign-in', [summary.signIn.join(', ')]],
    ['Sources', short(summary.sources)],
    ['Syncs', short(summary.syncs)],
    ['Plugins', short(inLines(summary.plugins))],
  ];
  const table = rows
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([label, lines]) =>
        `  ${label.padEnd(LABEL_WIDTH)}${lines.join(
          `\n  ${' '.repeat(LABEL_WIDTH)}`,
        )}`,
    );
  const notes = warnings.map(text => `  Warning: ${text}`);
  return [...table, ...(notes.length ? ['', ...notes] : [])].join('\n');
}

function short(lines: string[]) {
  return lines.length <= MAX_LINES
    ? lines
    : [
        ...lines.slice(0, MAX_LINES - 1),
        `and ${lines.length - MAX_LINES + 1} more (bin/callboard config print)`,
      ];
}

/** Package names, as many to a line as fit. */
function inLines(names: string[]) {
  const lines: string[] = [];
  for (const name of names.map(shortName)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 80) {
      lines[lines.length - 1] = `${last}, ${name}`;
    } else {
      lines.push(name);
    }
  }
  return lines;
}

/** Without the scope: a screen is narrow. */
function shortName(name: string) {
  return name.replace(/^@[^/]+\//, '').replace(/^(backstage-)?plugin-/, '');
}
