import type { Explainer } from './Explainer';

/** What ends a run from the side of the portal: limits of templates, time, a stop, a key that does not open what is stored. */
export const runCause: Explainer = ({ facts }) => {
  const { names, message } = facts;
  if (
    names.some(name => /^Template(Limit|Guard)Error$/.test(name)) ||
    /^Template (parsing|evaluation|rendering) exceeded the /.test(message)
  ) {
    return {
      code: 'template-limit',
      title:
        'An expression of the template needs more time or space than templates get',
      remedy:
        'The owner of the template has to simplify it: often it is a regular expression that goes back over the text again and again, or a loop in a loop.',
    };
  }
  if (
    /cannot be opened|key .* changed/i.test(message) &&
    /stored|sealed/i.test(message)
  ) {
    return {
      code: 'cannot-open',
      title: 'What was stored of this run cannot be opened',
      remedy:
        'The key of templates (`callboard.templates.key`, or the key file in the data directory) is another one than when the run began. Start over.',
    };
  }
  if (/has been cancelled|was cancelled|^Cancelled/i.test(message)) {
    return {
      code: 'cancelled',
      title: 'The run was cancelled',
      remedy: 'Start over if it is still wanted.',
    };
  }
  if (
    names.some(name => /^(TimeoutError|AbortError)$/.test(name)) ||
    /task timed out|timed out after|The operation was aborted|heartbeat/i.test(
      message,
    )
  ) {
    return {
      code: 'timed-out',
      title: 'The step took longer than it may',
      remedy:
        'Retry from this step. If it takes that long every time, an operator may raise `scaffolder.taskTimeout`.',
    };
  }
  return undefined;
};
