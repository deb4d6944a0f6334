import type { LauncherFindingsService } from '@callboard/plugin-connections-backend';
import type { Problem } from '../../problems/Problem';

type Listener = Parameters<LauncherFindingsService['onReport']>[0];

/** What the launcher has found, for the portal that it runs. */
export interface Findings extends LauncherFindingsService {
  setProblems(problems: Problem[]): void;
  setWarnings(warnings: string[]): void;
  report(report: Parameters<Listener>[0]): void;
}

/** Findings without problems. What is reported before anybody listens waits for the first who does. */
export function createFindings(options: { warnings: string[] }): Findings {
  let problems: Problem[] = [];
  let { warnings } = options;
  const listeners = new Set<Listener>();
  let waiting: Parameters<Listener>[0][] = [];
  return {
    current: () => ({
      problems: problems.map(({ problem, where, cause, remedy }) => ({
        problem: cause ? `${problem}: ${cause}` : problem,
        where,
        remedy,
      })),
      warnings,
    }),
    onReport(listener) {
      listeners.add(listener);
      waiting.forEach(report => listener(report));
      waiting = [];
      return () => listeners.delete(listener);
    },
    setProblems(found) {
      problems = found;
    },
    setWarnings(found) {
      warnings = found;
    },
    report(report) {
      if (listeners.size === 0) waiting.push(report);
      listeners.forEach(listener => listener(report));
    },
  };
}
