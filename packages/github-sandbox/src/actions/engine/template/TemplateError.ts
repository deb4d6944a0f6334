/** An expression or template that cannot be evaluated. The message is GitHub's where it is known. */
export class TemplateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemplateError';
  }
}
