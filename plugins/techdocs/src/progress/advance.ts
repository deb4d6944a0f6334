import type { BuildSeen, BuildStep, LogLine } from './DocsProgress';

const STEPS: BuildStep[] = ['fetch', 'build', 'publish'];
const STEP = /^Step ([123]) of 3: /;
const PAGES = /Rendered (\d+) of (\d+) pages/;
const SHARED = /^These docs are being built already/;
/** Older lines of a longer log are dropped. */
const LONGEST_LOG = 2_000;

/** What is known of a build after one more line of its log. */
export function advance(options: {
  build: BuildSeen;
  line: LogLine;
}): BuildSeen {
  const { build, line } = options;
  const [, step] = STEP.exec(line.text) ?? [];
  const [, done, total] = PAGES.exec(line.text) ?? [];
  return {
    ...build,
    log: [...build.log, line].slice(-LONGEST_LOG),
    ...(step && { step: STEPS[Number(step) - 1] }),
    ...(total && {
      step: 'build' as const,
      pages: { done: Number(done), total: Number(total) },
    }),
    ...(SHARED.test(line.text) && { isShared: true }),
  };
}
