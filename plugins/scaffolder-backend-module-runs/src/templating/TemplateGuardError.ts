/** An expression of a template took more time than it may. The cause `template-limit` of a failed run. */
export class TemplateGuardError extends Error {
  name = 'TemplateGuardError';
}
