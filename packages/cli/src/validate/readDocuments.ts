import { readFile, stat } from 'node:fs/promises';
import { Alias, Document, LineCounter, parseAllDocuments, visit } from 'yaml';
import { MAX_DOCUMENTS, MAX_FILE_BYTES } from './limits';
import { SourceDocument } from './SourceDocument';
import { Problem } from './ValidationReport';

/** What was read from one file: the documents that can be checked further, and what is wrong with the rest. */
export type ReadResult = {
  documents: SourceDocument[];
  problems: Problem[];
};

const SPLIT_FILE =
  'Split it into several files, and list them in a Location entity.';

/**
 * Reads a descriptor with the parser and the settings that the catalog uses, so that both agree on what is YAML.
 *
 * `path` is opened, `file` is how reports name it. Never throws for what the file holds.
 */
export async function readDocuments(options: {
  path: string;
  file: string;
}): Promise<ReadResult> {
  const { path, file } = options;
  const refuse = (
    problem: Partial<Problem> & Pick<Problem, 'rule' | 'message' | 'remedy'>,
  ) => ({
    documents: [],
    problems: [wholeFile({ file, ...problem })],
  });

  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      return refuse({
        rule: 'limit',
        message: `The file has ${inMiB(
          size,
        )} MiB; a descriptor may have at most ${inMiB(MAX_FILE_BYTES)} MiB.`,
        remedy:
          'Move API definitions into files of their own and refer to them with $text, or split the file.',
      });
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    return refuse({
      rule: 'limit',
      message: `The file cannot be read: ${(error as Error).message}.`,
      remedy: 'Check that it exists and that you may read it.',
    });
  }

  const separators = text.match(/^---(?=\s|$)/gm)?.length ?? 0;
  if (separators > MAX_DOCUMENTS) {
    return refuse({
      rule: 'limit',
      message: `The file has more than ${MAX_DOCUMENTS} documents (${separators} separators).`,
      remedy: SPLIT_FILE,
    });
  }

  const lines = new LineCounter();
  try {
    return toDocuments({ file, text, lines });
  } catch (error) {
    return refuse({
      rule: 'yaml',
      message: `The file is not readable as YAML: ${(error as Error).message}.`,
      remedy: 'Check that it is a text file in YAML.',
    });
  }
}

function toDocuments(options: {
  file: string;
  text: string;
  lines: LineCounter;
}): ReadResult {
  const { file, text, lines } = options;
  const result: ReadResult = { documents: [], problems: [] };
  const parsed = parseAllDocuments(text, {
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
    // Else the parser prints warnings about odd keys by itself.
    logLevel: 'error',
  });

  Array.from(parsed).forEach((yaml, index) => {
    const number = index + 1;
    const at = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const report = (
      problem: Pick<Problem, 'rule' | 'message' | 'remedy'> & {
        offset: number;
      },
    ) => {
      const { offset, ...rest } = problem;
      result.problems.push(
        wholeFile({ file, document: number, ...at(offset), ...rest }),
      );
    };

    if (yaml.errors.length > 0) {
      for (const error of yaml.errors) {
        report({
          rule: error.code === 'RESOURCE_EXHAUSTION' ? 'limit' : 'yaml',
          offset: error.pos[0],
          message: `Not YAML: ${error.message}`,
          remedy: yamlRemedy(error.code, text),
        });
        if (error.code === 'RESOURCE_EXHAUSTION') {
          return;
        }
      }
      return;
    }

    const start = yaml.contents?.range?.[0] ?? yaml.range[0];
    let value: unknown;
    try {
      value = yaml.toJSON();
    } catch (error) {
      const unresolved = unresolvedAlias(yaml);
      report(
        unresolved
          ? {
              rule: 'yaml',
              offset: unresolved.range?.[0] ?? start,
              message: `Not YAML: there is no anchor &${unresolved.source} before the alias *${unresolved.source}.`,
              remedy:
                'Add the anchor, or put quotes around the value if the * belongs to it.',
            }
          : {
              rule: 'limit',
              offset: start,
              message: `The document cannot be expanded: ${
                (error as Error).message
              }.`,
              remedy: 'Write the repeated parts out, or drop the aliases.',
            },
      );
      return;
    }
    if (value === null) {
      return;
    }
    if (typeof value !== 'object' || Array.isArray(value)) {
      report({
        rule: 'yaml',
        offset: start,
        message: `Expected an entity, a mapping with apiVersion, kind and metadata, but found ${
          Array.isArray(value) ? 'a list' : `a ${typeof value}`
        }.`,
        remedy:
          'Remove the document, or write each entity as a document of its own, separated by a line of ---.',
      });
      return;
    }
    result.documents.push({
      file,
      number,
      yaml,
      lines,
      value: value as Record<string, unknown>,
    });
  });

  if (result.documents.length === 0 && result.problems.length === 0) {
    result.problems.push({
      ...wholeFile({
        file,
        rule: 'empty',
        message: 'The file holds no entity.',
        remedy: 'Add one, or stop registering the file.',
      }),
      level: 'warning',
      costs: 'nothing',
    });
  }
  return result;
}

function unresolvedAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) {
        found = alias;
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

function yamlRemedy(code: string, text: string): string {
  if (code === 'RESOURCE_EXHAUSTION') {
    return 'Nest less deeply.';
  }
  if (code === 'DUPLICATE_KEY') {
    return 'Keep one of the two.';
  }
  if (/\$\{\{|\{\{|\{%/.test(text)) {
    return 'This looks like the skeleton of a template: check what the template makes of it, or put quotes around the placeholder.';
  }
  if (code === 'TAB_AS_INDENT') {
    return 'Indent with spaces.';
  }
  return 'Correct the syntax; quotes around a value with : # { [ or @ in it often help.';
}

function wholeFile(
  problem: Partial<Problem> &
    Pick<Problem, 'file' | 'rule' | 'message' | 'remedy'>,
): Problem {
  return {
    level: 'error',
    line: 1,
    column: 1,
    document: 0,
    costs: 'file',
    ...problem,
  };
}

function inMiB(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
