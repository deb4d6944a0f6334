/**
 * A value of a workflow file in which some scalars are still expressions. Serialisable.
 *
 * Text around `${{ }}` has become `format('text {0}', ...)`, as GitHub's own parser does it.
 */
export type TemplateNode =
  | { kind: 'literal'; value: null | boolean | number | string }
  | { kind: 'expression'; expression: string; source?: string }
  | { kind: 'sequence'; items: TemplateNode[] }
  | {
      kind: 'mapping';
      entries: Array<{ key: TemplateNode; value: TemplateNode }>;
    };
