import { stringify } from 'yaml';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import { checkSelection } from '../presets/checkSelection';
import { openCatalog } from './openCatalog';
import { presetPage } from './presetPage';
import type { PresetsOptions } from './registerPresetsCommand';

/** `callboard presets show`. */
export async function showPreset(
  name: string,
  options: PresetsOptions,
): Promise<void> {
  const catalog = openCatalog();
  const entry = catalog.read(name);
  if (!entry || 'problems' in entry) {
    const { problems } = checkSelection({ names: [name], catalog });
    process.stderr.write(
      options.json
        ? `${JSON.stringify({ problems }, null, 2)}\n`
        : `\n${formatProblems({ title: 'Nothing to show', problems })}`,
    );
    process.exitCode = ExitStatus.failed;
    return;
  }
  const { preset } = entry;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(preset, null, 2)}\n`);
    return;
  }
  if (options.markdown) {
    process.stdout.write(presetPage({ preset }));
    return;
  }
  const { file, isOwn, ...content } = preset;
  process.stdout.write(`# ${file}\n${stringify(content)}`);
}
