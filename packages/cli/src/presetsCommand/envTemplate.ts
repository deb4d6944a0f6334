import type { SelectionReport, VariableReport } from './SelectionReport';

/** An environment file for a selection: each variable once, required ones to fill in, optional ones as comments. */
export function envTemplate(options: {
  names: string[];
  report: SelectionReport;
}): string {
  const { names, report } = options;
  const done = new Set<string>();
  const sections = report.presets.map(preset => {
    let option: string | undefined;
    const lines = preset.variables
      .filter(({ name }) => !done.has(name) && done.add(name))
      .flatMap(variable => {
        const isNew = variable.option && variable.option !== option;
        option = variable.option;
        return [
          ...(isNew ? ['', `# -- ${option}`] : []),
          ...assignment(variable),
        ];
      });
    return [`# ${preset.name}: ${preset.description}`, ...lines].join('\n');
  });
  return `${[`CALLBOARD_PRESETS=${names.join(',')}`, ...sections].join(
    '\n\n',
  )}\n`;
}

function assignment(variable: VariableReport): string[] {
  const { name, description, docs, example, rights, required, value, status } =
    variable;
  const isDefault = status === 'default';
  return [
    `# ${description}`,
    ...(rights.length > 0 ? [`# Rights: ${rights.join(', ')}`] : []),
    ...(docs ? [`# ${docs}`] : []),
    ...(example ? [`# Example: ${example}`] : []),
    required
      ? `${name}=${
          status === 'set' && value !== undefined ? quoted(value) : ''
        }`
      : `# ${name}=${isDefault && value !== undefined ? quoted(value) : ''}`,
  ];
}

function quoted(value: string) {
  return /[\s#"'`$]/.test(value) ? JSON.stringify(value) : value;
}
