import type { Response } from 'express';

/**
 * Changes what is answered as JSON, by the route or by the handler of errors. `change` gets the status and the body and gives the body;
 * what it throws is answered in the place of both.
 */
export function interceptJson(options: {
  res: Response;
  change: (answer: { status: number; body: any }) => unknown;
}): void {
  const { res, change } = options;
  const answer = res.json.bind(res);
  res.json = body => {
    res.json = answer;
    return answer(change({ status: res.statusCode, body }));
  };
}
