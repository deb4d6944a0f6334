/** What a finding is about. Stable: scripts filter on it. */
export type TemplateRule =
  | 'template-step'
  | 'template-input'
  | 'template-expression'
  | 'template-parameter';

/** One thing in a software template that will not do what its author means. */
export type TemplateFinding = {
  /** `error`: the template cannot run, or not past this point. `warning`: it runs, but not as it is written. */
  level: 'error' | 'warning';
  rule: TemplateRule;
  /** Where in the document: `['spec', 'steps', '1', 'input', 'allowedHosts']`. */
  path: string[];
  at: 'key' | 'value';
  message: string;
  remedy: string;
};
