import { Problem, ValidationReport } from './ValidationReport';

/** The report for people to read, ending in a line that sums it up. */
export function formatReport(report: ValidationReport): string {
  const out: string[] = [];
  let file: string | undefined;
  for (const problem of report.problems) {
    if (problem.file !== file) {
      file = problem.file;
      out.push(file);
    }
    out.push(
      `  ${file}:${problem.line}:${problem.column}  ${problem.level}  ${subject(
        problem,
      )}`,
      `    ${where(problem)}${problem.message}`,
      `    > ${problem.remedy}`,
    );
    if (problem.costs === 'file') {
      out.push('    > Until then the catalog takes nothing from this file.');
    }
  }
  if (out.length > 0) {
    out.push('');
  }

  if (report.skipped.length > 0) {
    out.push(`Not checked, ${count(report.skipped.length, 'file')}:`);
    report.skipped.forEach(skipped =>
      out.push(`  ${skipped.file}: ${skipped.reason}`),
    );
  }
  if (report.urlsNotFetched > 0) {
    out.push(
      `${count(report.urlsNotFetched, 'reference')} to URLs not fetched.`,
    );
  }
  const errors = report.problems.filter(({ level }) => level === 'error');
  const warnings = report.problems.length - errors.length;
  out.push(
    `${count(report.files, 'file')}, ${count(
      report.entities,
      'entity',
      'entities',
    )}: ` + `${count(errors.length, 'error')}, ${count(warnings, 'warning')}.`,
  );
  return `${out.join('\n')}\n`;
}

/** Messages of the schema name the field themselves. */
function where({ rule, key }: Problem): string {
  return key && rule.startsWith('template-') ? `${key}: ` : '';
}

function subject({ entity, document }: Problem): string {
  if (entity) {
    return entity;
  }
  return document > 0 ? `document ${document}` : 'whole file';
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
