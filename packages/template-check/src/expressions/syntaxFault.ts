import { createTemplateRenderer, TemplateRenderError } from 'nunjitsu';

/** Filters that the scaffolder adds to those of its template language (plugin-scaffolder-backend 4.2.0). */
const SCAFFOLDER_FILTERS = [
  'parseRepoUrl',
  'parseEntityRef',
  'pick',
  'projectSlug',
];

/** Enough to parse what a person writes, too little to keep a process busy. */
const LIMITS = {
  sourceCodeUnits: 200_000,
  workUnits: 100_000,
  outputCodeUnits: 200_000,
};

/** What is wrong with the expressions of a text: it cannot be read, or it names a filter that there is not. */
export type SyntaxFault =
  | { kind: 'unreadable'; message: string }
  | { kind: 'filter'; name: string };

/**
 * Reads a text as the scaffolder would, with nothing in the context. Faults that depend on values are not told, since the
 * values are not there.
 *
 * `filters` are those that modules add.
 */
export function syntaxFault(options: {
  text: string;
  filters?: readonly string[];
}): SyntaxFault | undefined {
  const { text, filters = [] } = options;
  if (!/\{\{|\{%|\{#/.test(text)) {
    return undefined;
  }
  const renderer = createTemplateRenderer({
    allowRegexExecution: false,
    filters: Object.fromEntries(
      [...SCAFFOLDER_FILTERS, ...filters].map(name => [name, () => '']),
    ),
    globals: { always: () => true, failure: () => false },
  });
  try {
    renderer.render(text, {}, { limits: LIMITS });
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateRenderError)) {
      return undefined;
    }
    const filter = /Unknown template filter "([^"]*)"/.exec(error.message);
    if (filter) {
      return { kind: 'filter', name: filter[1] };
    }
    return error.code === 'syntax_error'
      ? {
          kind: 'unreadable',
          message: error.message.replace(/^Template error at [^:]*: /, ''),
        }
      : undefined;
  }
}
