import { stringify } from 'yaml';
import type { Preset, PresetVariable } from '../presets/Preset';

/** The documentation of a preset as Markdown, made from its file alone. */
export function presetPage(options: { preset: Preset }): string {
  const { preset } = options;
  const { name, description, version, requires, exclusiveGroup } = preset;
  const facts = [
    `Version ${version}.`,
    exclusiveGroup &&
      `Only one preset of the group \`${exclusiveGroup}\` can be selected.`,
    requires.presets.length > 0 &&
      `It needs ${requires.presets
        .map(other => `[${other}](${other}.md)`)
        .join(', ')} before it in the list.`,
  ].filter(Boolean);
  const sections = [
    `# ${name}`,
    '<!-- Generated from the preset; `npm run docs:presets` writes it anew. -->',
    description,
    facts.join(' '),
    code(
      'sh',
      `CALLBOARD_PRESETS=${[...requires.presets, name].join(',')} npm start`,
    ),
    ...variableSections(preset),
    ...listSection(
      'Rights of tokens',
      allVariables(preset).flatMap(([variable, { rights }]) =>
        rights.length > 0 ? [`\`${variable}\`: ${rights.join('; ')}`] : [],
      ),
    ),
    ...listSection(
      'What to register',
      preset.callbacks.map(
        ({ path, register, at }) =>
          `\`<base URL>${path}\` as ${register}${at ? `, at <${at}>` : ''}`,
      ),
    ),
    ...listSection('To know', [
      ...preset.notes,
      ...preset.when.flatMap(({ variable, is, warning }) =>
        warning
          ? [`\`${variable}${is === undefined ? '' : `=${is}`}\`: ${warning}`]
          : [],
      ),
    ]),
    ...listSection(
      'Plugins',
      preset.plugins
        .filter(({ disabled }) => !disabled)
        .map(plugin => `\`${plugin.package}\``),
    ),
    ...configSections(preset),
  ];
  return `${sections.join('\n\n')}\n`;
}

function variableSections(preset: Preset): string[] {
  const { variables, choices } = preset.requires;
  const own = Object.entries(variables);
  const sections = own.length > 0 ? ['## Variables', variableTable(own)] : [];
  for (const choice of choices) {
    sections.push(
      `## Variables: ${choice.name}`,
      `${choice.description}${
        choice.required ? ' At least one of these is needed.' : ''
      }`,
    );
    for (const option of choice.options) {
      sections.push(
        `### ${option.name}`,
        variableTable(Object.entries(option.variables)),
      );
    }
  }
  return sections;
}

function variableTable(variables: [string, PresetVariable][]): string {
  const rows = variables.map(([name, variable]) =>
    [
      [
        `\`${name}\``,
        ...variable.aliases.map(alias => `or \`${alias.name}\``),
      ].join(' '),
      describe(variable),
      needOf(variable),
      variable.example ? `\`${variable.example}\`` : '',
    ]
      .map(cell => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' '))
      .join(' | '),
  );
  return [
    '| variable | what it is | needed | example |',
    '| --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
  ].join('\n');
}

function describe({ description, docs, list, secret }: PresetVariable) {
  return [
    description,
    list && 'Several are separated by commas.',
    secret && 'A secret.',
    docs && `[Where to find it](${docs})`,
  ]
    .filter(Boolean)
    .join(' ');
}

function needOf({ required, default: fallback }: PresetVariable) {
  if (required) return 'yes';
  return fallback === undefined ? 'no' : `no, \`${fallback}\``;
}

function allVariables(preset: Preset): [string, PresetVariable][] {
  const { variables, choices } = preset.requires;
  const all = [
    ...Object.entries(variables),
    ...choices.flatMap(({ options }) =>
      options.flatMap(option => Object.entries(option.variables)),
    ),
  ];
  return [...new Map(all)];
}

function configSections(preset: Preset): string[] {
  const parts: [string, object][] = [
    ['Always:', preset.appConfig],
    ...preset.repeat.map(({ variables, when, appConfig }): [string, object] => [
      `Once for each item of \`${variables.join('`, `')}\`${
        when ? `, while \`${when.variable}\` is ${conditionOf(when)}` : ''
      }:`,
      appConfig,
    ]),
    ...preset.requires.choices.flatMap(({ options }) =>
      options.map(({ name, appConfig }): [string, object] => [
        `With ${name}:`,
        appConfig,
      ]),
    ),
    ...preset.when.map(
      ({ variable, is, isNot, appConfig }): [string, object] => [
        `While \`${variable}\` is ${conditionOf({ is, isNot })}:`,
        appConfig,
      ],
    ),
  ];
  const filled = parts.filter(([, config]) => Object.keys(config).length > 0);
  return filled.length === 0
    ? []
    : [
        '## App-config',
        ...filled.flatMap(([title, config]) => [
          title,
          code('yaml', stringify(config).trim()),
        ]),
      ];
}

function conditionOf({ is, isNot }: { is?: string; isNot?: string }) {
  if (is !== undefined) return `\`${is}\``;
  return isNot === undefined ? 'set' : `set and not \`${isNot}\``;
}

function listSection(title: string, items: string[]): string[] {
  return items.length === 0
    ? []
    : [`## ${title}`, items.map(item => `- ${item}`).join('\n')];
}

function code(language: string, text: string) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
