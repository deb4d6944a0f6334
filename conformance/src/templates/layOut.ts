import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import type { JsonObject } from '@backstage/types';

/** The files of a repository, and a template of it, as a dry run takes them. */
export type LaidOut = {
  template: JsonObject;
  values: JsonObject;
  directoryContents: { path: string; base64Content: string }[];
};

/**
 * Lays a repository out for a dry run. A dry run reads relative addresses from the root of what it is given, so those of the
 * template, and the values that are parts of them, are rewritten to be relative to the root of the repository.
 */
export function layOut(options: {
  /** The folder of the repository. */
  repository: string;
  /** The descriptor, relative to it. */
  file: string;
  template: JsonObject;
  values: JsonObject;
}): LaidOut {
  const { repository, file, template, values } = options;
  const folder = dirname(file).split(sep).join('/');
  const fromRoot = (address: string) =>
    `./${posix.join(folder, address).replace(/^(\.\.\/)+/, '')}`;
  const isRelative = (value: unknown): value is string =>
    typeof value === 'string' && /^\.{1,2}\//.test(value);

  const copy = structuredClone(template) as any;
  for (const step of copy.spec.steps) {
    if (
      String(step.action).startsWith('fetch:') &&
      isRelative(step.input?.url)
    ) {
      step.input.url = fromRoot(step.input.url);
    }
  }
  const rewrite = (value: unknown): any => {
    if (isRelative(value)) {
      return fromRoot(value);
    }
    if (Array.isArray(value)) {
      return value.map(rewrite);
    }
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [key, rewrite(item)]),
        )
      : value;
  };
  copy.spec.parameters = rewrite(copy.spec.parameters);
  return {
    template: copy,
    values: rewrite(values),
    directoryContents: readdirSync(repository, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({
        path: relative(repository, path).split(sep).join('/'),
        base64Content: readFileSync(path, 'base64'),
      })),
  };
}
