'use strict';

/** A failure that the person at the terminal can mend: what happened, and what to do about it. */
class StartProblem extends Error {
  constructor({ problem, cause, remedy, status = 1 }) {
    super(problem);
    this.name = 'StartProblem';
    this.detail = cause;
    this.remedy = remedy;
    this.status = status;
  }
}

/** Prints the problem as one message and sets the exit status. Unexpected errors keep their stack. */
function reportAndExit(error) {
  if (error instanceof StartProblem) {
    const lines = [`\nCallboard could not start: ${error.message}`];
    if (error.detail) lines.push(error.detail.replace(/^/gm, '  '));
    if (error.remedy) lines.push(`  What to do: ${error.remedy}`);
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exit(error.status);
  }
  process.stderr.write(`${error && error.stack ? error.stack : error}\n`);
  process.exit(1);
}

module.exports = { StartProblem, reportAndExit };
