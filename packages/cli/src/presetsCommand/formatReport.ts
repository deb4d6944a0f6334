import type {
  PresetReport,
  SelectionReport,
  VariableReport,
} from './SelectionReport';

/** Two presets may want the same variable: its description is shown with the first. */
type Shown = Set<string>;

/** The explanation of a selection for a terminal, without its problems. */
export function formatReport(report: SelectionReport): string {
  const shown: Shown = new Set();
  const parts = report.presets.map(preset => formatPreset({ preset, shown }));
  if (parts.length === 0) {
    parts.push('No preset is selected.');
  }
  const warnings = report.warnings.map(text => `Warning: ${text}`);
  return `${[...parts, ...warnings].join('\n\n')}\n`;
}

function formatPreset(options: { preset: PresetReport; shown: Shown }) {
  const { preset, shown } = options;
  const lines = [`${preset.name}: ${preset.description}`];
  const list = (title: string, items: string[]) => {
    if (items.length > 0) {
      lines.push(`  ${title}`, ...items.map(item => `    ${item}`));
    }
  };
  list('plugins', preset.plugins);
  list('configures', preset.configures);
  let option: string | undefined;
  const variables = preset.variables.flatMap(variable => {
    const isNew = variable.option !== option;
    option = variable.option;
    const heading = isNew && option ? [`(${option})`] : [];
    return [...heading, ...formatVariable({ variable, shown })];
  });
  list('variables', variables);
  list(
    'to register',
    preset.callbacks.map(
      ({ url, register, at }) =>
        `${url}  as ${register}${at ? `, at ${at}` : ''}`,
    ),
  );
  list('to know', preset.notes);
  return lines.join('\n');
}

const MARKS: Record<VariableReport['status'], string> = {
  set: '[x]',
  default: '[x]',
  unset: '[ ]',
  missing: '[!]',
  invalid: '[!]',
};

function formatVariable(options: {
  variable: VariableReport;
  shown: Shown;
}): string[] {
  const { variable, shown } = options;
  const line = `${MARKS[variable.status]} ${variable.name}  ${stateOf(
    variable,
  )}`;
  if (shown.has(variable.name)) {
    return [line];
  }
  shown.add(variable.name);
  const isDone = variable.status === 'set' || variable.status === 'default';
  return [
    line,
    ...(isDone ? [] : [`      ${variable.description}`]),
    ...(isDone || !variable.docs ? [] : [`      see ${variable.docs}`]),
    ...(variable.rights.length > 0
      ? [`      rights: ${variable.rights.join(', ')}`]
      : []),
  ];
}

function stateOf({ status, value, source, required }: VariableReport) {
  switch (status) {
    case 'set':
      return `${value ?? 'set'} (from ${source})`;
    case 'default':
      return `${value ?? ''} (${source})`;
    case 'invalid':
      return `has a wrong value (from ${source})`;
    case 'missing':
      return 'is missing';
    default:
      return required ? 'is missing' : 'is not set, and optional';
  }
}
