import type {
  Preset,
  PresetAlias,
  PresetChoice,
  PresetPlugin,
  PresetVariable,
} from './Preset';

/** Fills in the defaults of a file that satisfies the schema. */
export function toPreset(options: {
  content: any;
  file: string;
  isOwn: boolean;
}): Preset {
  const { content, file, isOwn } = options;
  const { requires = {}, signIn } = content;
  return {
    name: content.name,
    description: content.description.trim(),
    version: content.version ?? '1.0.0',
    axis: content.axis,
    exclusiveGroup: content.exclusiveGroup,
    signIn: signIn && { idToken: false, ...signIn },
    sandbox: content.sandbox ?? false,
    requires: {
      presets: requires.presets ?? [],
      variables: toVariables(requires.variables),
      choices: (requires.choices ?? []).map(toChoice),
    },
    plugins: (content.plugins ?? []).map(
      (plugin: Partial<PresetPlugin> & { package: string }) => ({
        package: plugin.package,
        disabled: plugin.disabled ?? false,
        pluginConfig: plugin.pluginConfig ?? {},
      }),
    ),
    repeat: content.repeat ?? [],
    when: (content.when ?? []).map((condition: any) => ({
      ...condition,
      appConfig: condition.appConfig ?? {},
    })),
    appConfig: content.appConfig ?? {},
    callbacks: content.callbacks ?? [],
    notes: content.notes ?? [],
    file,
    isOwn,
  };
}

function toChoice(choice: any): PresetChoice {
  return {
    name: choice.name,
    description: choice.description.trim(),
    required: choice.required ?? true,
    options: choice.options.map((option: any) => {
      const variables = toVariables(option.variables);
      return {
        name: option.name,
        startedBy: option.startedBy ?? Object.keys(variables),
        variables,
        appConfig: option.appConfig ?? {},
      };
    }),
  };
}

function toVariables(content: any): Record<string, PresetVariable> {
  return Object.fromEntries(
    Object.entries<any>(content ?? {}).map(([name, variable]) => [
      name,
      {
        ...variable,
        description: variable.description.trim(),
        required: variable.default === undefined && (variable.required ?? true),
        secret: variable.secret ?? false,
        example:
          variable.example === undefined ? undefined : `${variable.example}`,
        type: variable.type ?? 'string',
        list: variable.list ?? false,
        aliases: (variable.aliases ?? []).map(
          (alias: string | PresetAlias): PresetAlias =>
            typeof alias === 'string' ? { name: alias } : alias,
        ),
        rights: variable.rights ?? [],
        trust: variable.trust ?? false,
      } satisfies PresetVariable,
    ]),
  );
}
