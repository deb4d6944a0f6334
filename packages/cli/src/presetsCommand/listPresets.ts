import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { Preset } from '../presets/Preset';
import { PRESET_AXES } from '../presets/Preset';
import { wrap } from '../text/wrap';
import { AXIS_TITLES } from './axisTitles';
import { openCatalog } from './openCatalog';
import type { PresetsOptions } from './registerPresetsCommand';

const NAME_WIDTH = 20;

/** `callboard presets list`. A file that cannot be read is reported on stderr and left out. */
export async function listPresets(options: PresetsOptions): Promise<void> {
  const catalog = openCatalog();
  const entries = catalog.names.map(name => catalog.read(name)!);
  const presets = entries.flatMap(entry =>
    'preset' in entry ? [entry.preset] : [],
  );
  const problems = [
    ...catalog.problems,
    ...entries.flatMap(entry => ('problems' in entry ? entry.problems : [])),
  ];
  process.stdout.write(
    options.json
      ? `${JSON.stringify(
          presets.map(
            ({ name, description, version, axis, exclusiveGroup, isOwn }) => ({
              name,
              description,
              version,
              axis,
              exclusiveGroup,
              own: isOwn,
            }),
          ),
          null,
          2,
        )}\n`
      : format(presets),
  );
  if (problems.length > 0) {
    process.stderr.write(
      `\n${formatProblems({ title: 'Some presets cannot be used', problems })}`,
    );
    process.exitCode = ExitStatus.failed;
  }
}

function format(presets: Preset[]) {
  const groups: [title: string, members: Preset[]][] = [
    ...PRESET_AXES.map((axis): [string, Preset[]] => [
      AXIS_TITLES[axis],
      presets.filter(preset => preset.axis === axis),
    ]),
    ['Others', presets.filter(({ axis }) => !axis)],
  ];
  const sections = groups
    .filter(([, members]) => members.length > 0)
    .map(
      ([title, members]) =>
        `${title}\n${members
          .map(
            ({ name, description }) =>
              `  ${name.padEnd(NAME_WIDTH)}${beside(description)}`,
          )
          .join('\n')}`,
    );
  return `${sections.join(
    '\n\n',
  )}\n\nTurn presets on with CALLBOARD_PRESETS=a,b or --presets a,b.\n\`callboard presets check a,b\` says what a selection needs.\n`;
}

/** In lines that fit beside the names. */
function beside(text: string) {
  const indent = ' '.repeat(NAME_WIDTH + 2);
  const columns = Math.max(62, (process.stdout.columns ?? 120) - 2);
  return wrap({ text: text.replace(/\s+/g, ' '), indent, columns })
    .join('\n')
    .trimStart();
}
