import type { Route } from '../../http/Route';
import { presentReviews } from './presentProtection';
import { notEnabled, protectionRoute } from './protectionCall';
import { readReviews } from './readProtection';

const path = '/required_pull_request_reviews';

/** Reviews that a protected branch demands. https://docs.github.com/rest/branches/branch-protection#get-pull-request-review-protection */
export const reviewRoutes: Route[] = [
  protectionRoute({
    method: 'GET',
    path,
    handle(call) {
      const reviews = call.protection.required_pull_request_reviews;
      if (!reviews) throw notEnabled('Pull request review protection');
      return { body: presentReviews({ ...call, call, reviews }) };
    },
  }),
  protectionRoute({
    method: 'PATCH',
    path,
    handle(call) {
      const { protection, body, keep } = call;
      const reviews = readReviews({
        ...protection.required_pull_request_reviews,
        ...body,
      });
      protection.required_pull_request_reviews = reviews;
      keep();
      return { body: presentReviews({ ...call, call, reviews }) };
    },
  }),
  protectionRoute({
    method: 'DELETE',
    path,
    handle({ protection, keep }) {
      if (!protection.required_pull_request_reviews) {
        throw notEnabled('Pull request review protection');
      }
      protection.required_pull_request_reviews = null;
      keep();
      return { status: 204 };
    },
  }),
];
