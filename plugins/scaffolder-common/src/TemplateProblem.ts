/** So many of a template are told. Whoever sees so many has enough to do. */
export const MOST_TEMPLATE_PROBLEMS = 50;

/** One thing in a template that will not do what its author means. */
export interface TemplateProblem {
  /** `error`: the template cannot run, or not past this point. `warning`: it runs, but not as it is written. */
  level: 'error' | 'warning';
  /** Where in the template: `spec.steps[1].input.values`. */
  key: string;
  message: string;
  /** What to do. */
  remedy: string;
}
