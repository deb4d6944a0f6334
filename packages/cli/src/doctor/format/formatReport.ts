import {
  type CheckGroup,
  type CheckStatus,
  groupTitles,
} from '@callboard/plugin-connections-common';
import { wrap } from '../../text/wrap';
import type { DoctorReport, DoctorRow } from '../DoctorReport';

/** Colours a word. The word says the same without it. */
export type Paint = (options: { status: CheckStatus; text: string }) => string;

const WORDS: Record<CheckStatus, string> = {
  fail: 'FAIL',
  warn: 'warn',
  pass: 'ok',
};
const MARGIN = 2;
const INDENT = MARGIN + 'FAIL'.length + 2;

/** The report for people. `rows` are sorted already. */
export function formatReport(options: {
  report: DoctorReport;
  verbose: boolean;
  /** How many characters a line may have. */
  columns: number;
  paint: Paint;
}): string {
  const { report, verbose, columns, paint } = options;
  const { rows } = report;
  const blocks = (Object.keys(groupTitles) as CheckGroup[])
    .map(group => ({ group, own: rows.filter(row => row.group === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) =>
      [
        groupTitles[group],
        ...own.flatMap(row => formatRow({ row, verbose, columns, paint })),
      ].join('\n'),
    );
  return `${[report.source, ...blocks, summaryOf(report)].join('\n\n')}\n`;
}

function formatRow(options: {
  row: DoctorRow;
  verbose: boolean;
  columns: number;
  paint: Paint;
}): string[] {
  const { row, verbose, columns, paint } = options;
  const { status, check, cause, remedy, links } = row;
  const word = WORDS[status];
  const head = `${' '.repeat(MARGIN)}${paint({
    status,
    text: word,
  })}${' '.repeat(INDENT - MARGIN - word.length)}`;
  const inner = (text: string) =>
    wrap({ text, columns, indent: ' '.repeat(INDENT) });
  if (status === 'pass') {
    return verbose
      ? [`${head}${check}`, ...(cause ? inner(cause) : [])]
      : [`${head}${cut(check, columns - INDENT)}`];
  }
  return [
    `${head}${check}`,
    ...inner(cause),
    ...(remedy ? inner(`What to do: ${remedy}`) : []),
    ...links.map(({ title, href }) => `${' '.repeat(INDENT)}${title}: ${href}`),
  ];
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function summaryOf({ rows }: DoctorReport): string {
  const count = (status: CheckStatus) =>
    rows.filter(row => row.status === status).length;
  const [fails, warns, passes] = [count('fail'), count('warn'), count('pass')];
  const warnings = warns === 1 ? '1 warning' : `${warns} warnings`;
  const checks = passes === 1 ? '1 check' : `${passes} checks`;
  return fails === 0
    ? `Nothing to mend: ${checks} passed, ${warnings}.`
    : `${fails} to mend, ${warnings}, ${passes} passed.`;
}
