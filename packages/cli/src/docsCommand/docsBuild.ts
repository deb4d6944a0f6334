import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ExitStatus } from '../problems/ExitStatus';
import { formatDocsBuild } from './formatDocsBuild';
import type { Builder } from './loadBuilder';

/** What became of a site: counts, and everything that there was to say about it. */
export interface DocsBuildReport {
  pages: number;
  assets: number;
  messages: string[];
}

/** The options of `callboard docs build`. */
export interface DocsBuildOptions {
  output: string;
  json: boolean;
  strict: boolean;
}

// What every site has, so that an earlier build can be told from a folder that must not be emptied.
const OF_A_SITE = 'techdocs_metadata.json';

/**
 * `callboard docs build`: builds the site of `folder` into `options.output`. An earlier build there is replaced once
 * the new one is complete; anything else that is there is left alone.
 *
 * @returns the exit status.
 */
export async function docsBuild(command: {
  folder: string;
  options: DocsBuildOptions;
  out: (text: string) => void;
  err: (text: string) => void;
  buildSite: Builder['buildSite'];
}): Promise<number> {
  const { options, out, err, buildSite } = command;
  const inputDir = path.resolve(command.folder);
  const outputDir = path.resolve(options.output);
  const refusal = await findRefusal({ inputDir, outputDir, ...command });
  if (refusal) {
    err(`${refusal}\n`);
    return ExitStatus.wrongUsage;
  }
  const messages: string[] = [];
  const unfinished = await mkdtemp(`${outputDir}.unfinished-`);
  try {
    const { pages, assets } = await buildSite({
      inputDir,
      outputDir: unfinished,
      report: message => messages.push(message),
      tell: message => err(`${message}\n`),
      onProgress: progressOn(err),
    });
    await rm(outputDir, { recursive: true, force: true });
    await rename(unfinished, outputDir);
    const report: DocsBuildReport = { pages, assets, messages };
    out(
      options.json
        ? `${JSON.stringify(report, null, 2)}\n`
        : formatDocsBuild({ report, output: options.output }),
    );
    return options.strict && messages.length > 0
      ? ExitStatus.failed
      : ExitStatus.done;
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'InputError' && name !== 'NotAllowedError') {
      throw error;
    }
    err(`No site was built. ${message}\n`);
    return ExitStatus.failed;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function findRefusal(options: {
  folder: string;
  inputDir: string;
  outputDir: string;
}): Promise<string | undefined> {
  const { folder, inputDir, outputDir } = options;
  const input = await stat(inputDir).catch(() => undefined);
  if (!input?.isDirectory()) {
    return `${folder} is not a folder; name the one with mkdocs.yml, or with a README.md.`;
  }
  if (!path.relative(outputDir, inputDir).startsWith('..')) {
    return `--output must not be the folder of the sources, nor one around it: ${outputDir}`;
  }
  const parent = await stat(path.dirname(outputDir)).catch(() => undefined);
  if (!parent?.isDirectory()) {
    return `There is no folder ${path.dirname(
      outputDir,
    )} for --output; make it first.`;
  }
  const there = await stat(outputDir).catch(() => undefined);
  if (!there) {
    return undefined;
  }
  const names = there.isDirectory() ? await readdir(outputDir) : undefined;
  return names && (names.length === 0 || names.includes(OF_A_SITE))
    ? undefined
    : `--output has to be new, empty, or an earlier build, since it is replaced: ${outputDir}`;
}

/** One line for each tenth of the site. */
function progressOn(err: (text: string) => void) {
  let tenths = 0;
  return ({ done, total }: { done: number; total: number }) => {
    const now = Math.floor((done * 10) / total);
    if (now > tenths) {
      tenths = now;
      err(`Rendered ${done} of ${total} pages\n`);
    }
  };
}
