import type { Problem } from './Problem';

/** All problems as one report for a terminal. */
export function formatProblems(options: {
  title: string;
  problems: Problem[];
}): string {
  const { title, problems } = options;
  const count =
    problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const blocks = problems.map(({ problem, where, cause, remedy }, index) =>
    [
      `  ${index + 1}. ${problem}`,
      where && `     where: ${where}`,
      cause && `     cause: ${indent(cause)}`,
      `     what to do: ${indent(remedy)}`,
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return `${title}: ${count}\n\n${blocks.join('\n\n')}\n`;
}

function indent(text: string) {
  return text.replace(/\n/g, '\n       ');
}
