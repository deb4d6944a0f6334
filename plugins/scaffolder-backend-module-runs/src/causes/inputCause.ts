import type { Explainer } from './Explainer';

/** What was asked for cannot be: an input that is not valid, something that is not there. */
export const inputCause: Explainer = ({ facts }) => {
  const { names, status, message, request } = facts;
  if (
    status === 404 ||
    names.includes('NotFoundError') ||
    /^Not Found\b|could not be found|does not exist|ENOENT|No such file/i.test(
      message,
    )
  ) {
    return {
      code: 'not-found',
      title: request
        ? `${request} was not found`
        : 'Something that this step needs was not found',
      remedy:
        'Check the names that were typed. GitHub also answers so where a credential may not see a repository: Connections tells which one serves.',
      link: '/connections/serve',
      linkTitle: 'Who serves this?',
    };
  }
  if (
    status === 422 ||
    status === 400 ||
    names.some(name => /^(InputError|ZodError|ValidationError)$/.test(name)) ||
    /Invalid input passed to action|is a required property|not allowed to have the additional property/i.test(
      message,
    )
  ) {
    return {
      code: 'invalid-input',
      title: 'The step was given something that it cannot take',
      remedy:
        'Start over with other values. If the form left no choice, the template has to be mended by its owner.',
    };
  }
  return undefined;
};
