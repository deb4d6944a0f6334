// `npm run docs:presets`: writes docs/presets/NAME.md for every shipped preset, and the list of them in docs/presets/README.md. With
// `-- --check` it writes nothing, names what is stale, and ends with status 1 if there is any.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
const { root, commandBundle } = require('./lib/paths.js');
const { ensureBuilt } = require('./lib/build.js');
const { createProgress } = require('./lib/progress.js');
const { reportAndExit } = require('./lib/fail.js');

const AXES = [
  ['source', 'Source code'],
  ['identity', 'Identity'],
  ['ci', 'CI, quality and runtime'],
  ['ai', 'AI'],
  ['platform', 'The portal itself'],
];
const BEGIN = '<!-- presets: written by `npm run docs:presets` -->';
const END = '<!-- /presets -->';

const folder = path.join(root, 'docs', 'presets');
const readme = path.join(folder, 'README.md');
const isCheck = process.argv.includes('--check');

/** What `callboard` prints with these arguments. One process for all of them is many times as fast as one for each. */
async function callboard(...args) {
  const { write } = process.stdout;
  let output = '';
  process.stdout.write = chunk => {
    output += chunk;
    return true;
  };
  try {
    await require(commandBundle).main(args);
  } finally {
    process.stdout.write = write;
  }
  if (process.exitCode) {
    throw new Error(`callboard ${args.join(' ')} failed`);
  }
  return output;
}

/** The texts of a preset are plain: an asterisk in them is one, and no emphasis. */
const withoutEmphasis = markdown =>
  markdown.replace(
    /(```[^]*?```|`[^`\n]*`)|\*/g,
    (match, code) => code ?? '\\*',
  );

async function format(file, text) {
  const config = await prettier.resolveConfig(file);
  return prettier.format(text, { ...config, filepath: file });
}

function listOf(presets) {
  return AXES.map(([axis, title]) =>
    [
      `**${title}**\n`,
      ...presets
        .filter(preset => preset.axis === axis)
        .map(
          ({ name, description }) => `- [${name}](${name}.md): ${description}`,
        ),
    ].join('\n'),
  ).join('\n\n');
}

function withList(text, list) {
  const [before, rest] = text.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) {
    throw new Error(`${readme} lacks the markers ${BEGIN} and ${END}`);
  }
  return `${before}${BEGIN}\n\n${list}\n\n${END}${after}`;
}

/** Every page that there should be, by file. */
async function pages() {
  const presets = JSON.parse(await callboard('presets', 'list', '--json'));
  const wanted = new Map();
  for (const { name } of presets) {
    const file = path.join(folder, `${name}.md`);
    const page = await callboard('presets', 'show', name, '--markdown');
    wanted.set(file, await format(file, withoutEmphasis(page)));
  }
  const text = withList(fs.readFileSync(readme, 'utf8'), listOf(presets));
  return wanted.set(readme, await format(readme, text));
}

try {
  // An operator's own presets are none of the documentation's business, wherever they are named.
  process.env.CALLBOARD_PRESETS_DIR = path.join(root, 'presets');
  await ensureBuilt({
    progress: createProgress({ stream: process.stderr }),
    only: ['command'],
  });
  const wanted = await pages();
  const there = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => path.join(folder, name));
  const left = there.filter(file => !wanted.has(file));
  const stale = [...wanted].filter(
    ([file, text]) =>
      !there.includes(file) || fs.readFileSync(file, 'utf8') !== text,
  );
  if (!isCheck) {
    left.forEach(file => fs.rmSync(file));
    stale.forEach(([file, text]) => fs.writeFileSync(file, text));
  }
  const names = [...stale.map(([file]) => file), ...left]
    .map(file => path.relative(root, file))
    .sort();
  const verb = isCheck ? 'stale' : 'written or removed';
  process.stdout.write(
    names.length === 0
      ? 'The pages of presets are up to date.\n'
      : `${names.map(name => `${verb}: ${name}\n`).join('')}`,
  );
  if (isCheck && names.length > 0) {
    process.stderr.write('Run `npm run docs:presets`.\n');
    process.exitCode = 1;
  }
} catch (error) {
  reportAndExit(error);
}
