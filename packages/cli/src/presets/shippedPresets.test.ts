import { ConfigReader } from '@backstage/config';
import type { ConfigSchema } from '@backstage/config-loader';
import { mergeLayers } from '../config/merge/mergeLayers';
import { readLayers } from '../config/readLayers';
import { readSchema } from '../config/readSchema';
import { schemaProblems } from '../config/schemaProblems';
import { createEnvironment } from '../testing/createEnvironment';
import { shippedPresets } from '../testing/shippedPresets';
import { variablesFor } from '../testing/variablesFor';
import { shippedRoot } from '../testing/shippedRoot';

const presets = new Map(shippedPresets().map(preset => [preset.name, preset]));
const names = [...presets.keys()];

const root = shippedRoot();
const read = (name: string) => presets.get(name)!;
const withRequired = (name: string) => [...read(name).requires.presets, name];

async function merge(selected: string[], env: Record<string, string> = {}) {
  const { layers, selection, problems } = await readLayers(
    createEnvironment(
      root,
      { ...variablesFor(selected), ...env },
      { presets: selected },
    ),
  );
  return { layers, selection, problems, merged: mergeLayers(layers) };
}

/** What a start with these presets would find. */
async function inspect(
  selected: string[],
  options: {
    env?: Record<string, string>;
    /** @defaultValue that of the selection, which takes a second to compile */
    schema?: ConfigSchema;
  } = {},
) {
  const { selection, problems, merged } = await merge(selected, options.env);
  const schema =
    options.schema ??
    (await readSchema({ plugins: selection.plugins, data: merged.data }));
  return {
    selection,
    merged,
    config: new ConfigReader(merged.data),
    problems:
      problems.length > 0 ? problems : await schemaProblems({ merged, schema }),
  };
}

const SOURCES = ['github', 'github-enterprise', 'gitlab-scm', 'azure'];
const IDENTITIES = [
  'github-auth',
  'ghe-auth',
  'gitlab',
  'azure-auth',
  'google',
  'okta',
  'keycloak',
  'ldap',
  'oidc',
];

describe.each(names)('the preset %s', name => {
  it('satisfies the schema and explains each variable', () => {
    const preset = read(name);
    const variables = [
      preset.requires.variables,
      ...preset.requires.choices.flatMap(({ options }) =>
        options.map(option => option.variables),
      ),
    ].flatMap(group => Object.entries(group));
    expect(preset.axis).toBeDefined();
    const lacking = variables.filter(
      ([, { description, required, example, docs }]) =>
        description.length <= 10 || (required && !(example && docs)),
    );
    expect(lacking).toEqual([]);
  });

  it('can start with its variables, and not without those it requires', async () => {
    const selection = withRequired(name);
    const { problems, selection: complete } = await inspect(selection);
    expect(problems).toEqual([]);

    const needed = complete.resolved.wanted.filter(
      variable => variable.isNeeded && variable.presets.includes(name),
    );
    for (const { name: variable } of needed) {
      const { problems: missing } = await merge(selection, {
        [variable]: '  ',
      });
      const told = missing.filter(
        problem =>
          problem.variable === variable || problem.remedy.includes(variable),
      );
      expect([variable, told.map(({ code }) => code)]).toEqual([
        variable,
        [expect.stringMatching(/^(variable|choice)-missing$/)],
      ]);
    }
  });
});

describe('a source and an identity', () => {
  /** Of whatever one of them has a say about. What a plugin of the community demands is checked with each preset above. */
  let schema: ConfigSchema;
  beforeAll(async () => {
    const all = await Promise.all(
      [...SOURCES, ...IDENTITIES].map(name => merge([name])),
    );
    schema = await readSchema({
      plugins: [],
      data: mergeLayers(all.flatMap(({ layers }) => layers)).data,
    });
  });

  it.each(
    SOURCES.flatMap(source => IDENTITIES.map(identity => [source, identity])),
  )('go together: %s and %s', async (source, identity) => {
    const { problems, config } = await inspect([source, identity], { schema });
    expect(problems).toEqual([]);
    const [provider, ...others] = config
      .getConfig('auth.providers')
      .keys()
      .sort();
    expect([provider, others]).toEqual([read(identity).signIn?.provider, []]);
  });
});

it.each(
  IDENTITIES.flatMap((first, at) =>
    [...IDENTITIES.slice(at + 1), 'demo', 'github-pat'].map(second => [
      first,
      second,
    ]),
  ),
)('refuses %s with %s', async (first, second) => {
  const { problems } = await merge([first, second]);
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'preset-group',
      presets: [first, second],
      problem: expect.stringContaining('exclusive group identity'),
    }),
  );
});

it('never switches the verification of certificates off without being asked to', async () => {
  for (const name of names) {
    const { merged } = await merge(withRequired(name));
    const text = JSON.stringify(merged.data);
    expect([name, text]).not.toContain('"skipTLSVerify":true');
    expect(text).not.toMatch(/"(skipTLSVerify|skipVerify|insecure)":true/i);
    expect(text).not.toMatch(/"rejectUnauthorized":(false|"false")/);
  }
});
