import type { Problem } from './Problem';

/** All problems as one report for a terminal. */
export function formatProblems(options: {
  title: string;
  problems: Problem[];
}): string {
  const { title, problems } = options;
  const count =
    problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const blocks = problems.map((problem, index) =>
    [
      `  ${index + 1}. ${problem.problem}`,
      ...details(problem).map(([label, text]) => `     ${label}: ${text}`),
    ].join('\n'),
  );
  return `${title}: ${count}\n\n${blocks.join('\n\n')}\n`;
}

function details(problem: Problem): [label: string, text: string][] {
  const { where, presets, cause, remedy, example, docs } = problem;
  const all: [string, string | undefined][] = [
    ['where', where],
    ['needed by', presets?.join(', ')],
    ['cause', cause],
    ['what to do', remedy],
    ['example', example],
    ['see', docs],
  ];
  return all.flatMap(([label, text]) =>
    text ? [[label, text.replace(/\n/g, '\n       ')]] : [],
  );
}
