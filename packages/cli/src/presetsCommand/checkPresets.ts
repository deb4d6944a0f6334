import { inspectPortalConfig } from '../config/loadPortalConfig';
import { readEnvironment } from '../config/readEnvironment';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import { envTemplate } from './envTemplate';
import { formatReport } from './formatReport';
import type { CheckPresetsOptions } from './registerPresetsCommand';
import { templateHint } from './templateHint';
import { reportSelection } from './reportSelection';

/** `callboard presets check`: the explanation on stdout, the problems on stderr; with `--json` both on stdout. */
export async function checkPresets(
  names: string[] | undefined,
  options: CheckPresetsOptions,
): Promise<void> {
  const environment = readEnvironment({
    options: { ...options, presets: names ?? options.presets },
    env: process.env,
  });
  const portal = await inspectPortalConfig(environment);
  const report = reportSelection({ portal, environment });
  const hasNames = !portal.problems.some(({ code }) =>
    code?.startsWith('preset-'),
  );
  if (options.template && hasNames) {
    process.stdout.write(envTemplate({ names: portal.selected.names, report }));
    return;
  }
  process.exitCode = report.ok ? ExitStatus.done : ExitStatus.cannotStart;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  process.stdout.write(formatReport(report));
  if (report.ok) {
    process.stdout.write('\nA portal can start with this selection.\n');
    return;
  }
  process.stderr.write(
    `\n${formatProblems({
      title: 'A portal cannot start with this selection',
      problems: report.problems,
    })}${
      options.template
        ? ''
        : templateHint({
            problems: report.problems,
            names: portal.selected.names,
          })
    }`,
  );
}
