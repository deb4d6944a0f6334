import type { DocsBuildReport } from './docsBuild';

/** What was built, and what there is to say about it, for people. */
export function formatDocsBuild(options: {
  report: DocsBuildReport;
  output: string;
}): string {
  const { pages, assets, messages } = options.report;
  const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  const built = `${count(pages, 'page')} and ${count(
    assets,
    'other file',
  )} in ${options.output}\n`;
  if (messages.length === 0) {
    return built;
  }
  return `${messages
    .map(message => `  ${message}`)
    .join('\n')}\n\n${built}${count(messages.length, 'message')}\n`;
}
