import { readFile, stat } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { MAX_FILE_BYTES } from './limits';
import { localReference } from './localReference';
import type { SchemaFinding } from '@callboard/template-check';

/** An entity with its placeholders replaced, as far as they can be read here. */
export type ResolvedEntity = {
  entity: object;
  findings: SchemaFinding[];
  /** Fields whose content is not known here: what a schema says of them and of what is below is void. */
  unknown: string[][];
  urls: number;
  /** Placeholders that need the catalog's OpenAPI module. */
  needOpenApiModule: string[][];
};

const TEXT = new Set(['text', 'openapi', 'asyncapi']);
const DATA = new Set(['json', 'yaml']);

/**
 * Replaces `$text`, `$json`, `$yaml`, `$openapi` and `$asyncapi` by the files that they name. A placeholder is a mapping
 * with this one key, anywhere in the entity. URLs are counted, not fetched.
 */
export async function resolvePlaceholders(options: {
  entity: object;
  /** Absolute path of the descriptor. */
  from: string;
}): Promise<ResolvedEntity> {
  const { from } = options;
  const result: ResolvedEntity = {
    entity: options.entity,
    findings: [],
    unknown: [],
    urls: 0,
    needOpenApiModule: [],
  };

  const resolveOne = async (key: string, value: unknown, path: string[]) => {
    const fail = (message: string, remedy: string) => {
      result.findings.push({
        path: [...path, `$${key}`],
        at: 'value',
        message,
        remedy,
      });
      result.unknown.push(path);
      return undefined;
    };
    const notHere = () => {
      if (DATA.has(key)) {
        result.unknown.push(path);
        return undefined;
      }
      return `<content of ${value}>`;
    };

    if (key === 'openapi' || key === 'asyncapi') {
      result.needOpenApiModule.push([...path, `$${key}`]);
    }
    if (typeof value !== 'string') {
      return fail(
        `$${key} must name a file or a URL, but is ${
          value === null
            ? 'empty'
            : `a ${Array.isArray(value) ? 'list' : typeof value}`
        }.`,
        `Write it as $${key}: ./path/to/file.`,
      );
    }
    if (/\n/.test(value.trim())) {
      return fail(
        `$${key} must name a file or a URL, but holds text of its own.`,
        `Put the text into a file next to this one and name it, or write it without $${key}.`,
      );
    }
    const shown = value.length > 80 ? `${value.slice(0, 77).trim()}...` : value;
    const reference = localReference({ reference: value, from });
    if (reference.kind === 'otherScheme') {
      return fail(
        `$${key} names a URL that the catalog does not read: ${shown}.`,
        'Use a URL of http or https, or a path relative to this file.',
      );
    }
    if (reference.kind === 'url') {
      result.urls += 1;
      return notHere();
    }
    if (reference.kind === 'unknown') {
      return notHere();
    }
    if (reference.leavesRepository) {
      return fail(
        `$${key} points outside of the repository: ${shown}.`,
        'Copy the file into this repository: the catalog reads placeholders from the repository of the entity only.',
      );
    }
    return readPlaceholder({ key, shown, path: reference.path.trim(), fail });
  };

  const walk = async (value: unknown, path: string[]): Promise<unknown> => {
    if (Array.isArray(value)) {
      return Promise.all(
        value.map((item, index) => walk(item, [...path, String(index)])),
      );
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value);
    if (!entries.some(([key]) => key.startsWith('$'))) {
      return Object.fromEntries(
        await Promise.all(
          entries.map(async ([key, item]) => [
            key,
            await walk(item, [...path, key]),
          ]),
        ),
      );
    }
    const key = entries[0][0].slice(1);
    return entries.length === 1 && (TEXT.has(key) || DATA.has(key))
      ? resolveOne(key, entries[0][1], path)
      : value;
  };

  result.entity = (await walk(options.entity, [])) as object;
  return result;
}

async function readPlaceholder(options: {
  key: string;
  shown: string;
  path: string;
  fail: (message: string, remedy: string) => undefined;
}): Promise<unknown> {
  const { key, shown, path, fail } = options;
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) {
    return fail(
      `$${key} points to a file that does not exist: ${shown}.`,
      'Correct the path; it is relative to this file.',
    );
  }
  if (info.size > MAX_FILE_BYTES) {
    return fail(
      `$${key} points to a file of more than ${
        MAX_FILE_BYTES / 1024 / 1024
      } MiB: ${shown}.`,
      'Point to a smaller one.',
    );
  }
  const content = await readFile(path, 'utf8');
  try {
    if (key === 'json') {
      return JSON.parse(content);
    }
    if (key === 'yaml') {
      const documents = Array.from(
        parseAllDocuments(content, { merge: false }),
      );
      if (documents.length !== 1) {
        return fail(
          `$yaml must point to a file with one document, but ${shown} has ${documents.length}.`,
          'Split the file.',
        );
      }
      if (documents[0].errors.length > 0) {
        throw documents[0].errors[0];
      }
      return documents[0].toJSON();
    }
    return content;
  } catch (error) {
    return fail(
      `$${key} points to a file that is not ${
        key === 'json' ? 'JSON' : 'YAML'
      }: ${shown}: ${(error as Error).message.split('\n')[0]}.`,
      'Correct that file, or use $text.',
    );
  }
}
