import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { presentProtection } from './presentProtection';
import { assertBranch, protectionRoute, protectionUrl } from './protectionCall';
import { readProtection } from './readProtection';

const REQUIRED = [
  'required_status_checks',
  'enforce_admins',
  'required_pull_request_reviews',
  'restrictions',
];

/** https://docs.github.com/rest/branches/branch-protection */
export const protectionRoutes: Route[] = [
  protectionRoute({
    method: 'GET',
    handle: call => ({ body: presentProtection({ ...call, call }) }),
  }),
  {
    route: 'PUT /repos/{owner}/{repo}/branches/{branch}/protection',
    on: 'repository',
    access: {
      permission: { name: 'administration', level: 'write' },
      role: 'admin',
    },
    async handle(call) {
      const { body, repository, owner, params } = call;
      await assertBranch(call);
      for (const field of REQUIRED) {
        if (body[field] === undefined) throw notSupplied(field);
      }
      const protection = readProtection(body);
      const count =
        protection.required_pull_request_reviews
          ?.required_approving_review_count;
      if (count !== undefined && !(count >= 0 && count <= 6)) {
        throw invalid(
          'required_approving_review_count must be from 0 to 6 inclusive',
        );
      }
      if (protection.restrictions && owner.kind !== 'organisation') {
        throw invalid(
          'Only organization repositories can have users and team restrictions',
        );
      }
      // Signatures have a route of their own, and stay as they are.
      protection.required_signatures = readProtection(
        repository.branchProtection[params.branch],
      ).required_signatures;
      repository.branchProtection[params.branch] = protection;
      return {
        body: presentProtection({ call, url: protectionUrl(call), protection }),
      };
    },
  },
  protectionRoute({
    method: 'DELETE',
    handle({ repository, params }) {
      const { branch } = params;
      if (!(branch in repository.branchProtection)) {
        throw new GitHubError({ status: 404, message: 'Branch not protected' });
      }
      delete repository.branchProtection[branch];
      return { status: 204 };
    },
  }),
];

function invalid(message: string) {
  return new GitHubError({
    status: 422,
    message: 'Validation Failed',
    errors: [message],
  });
}
