import type { Route } from '../../http/Route';
import { changedNames, listChanges } from './listChanges';
import { presentChecks } from './presentProtection';
import {
  notEnabled,
  protectionRoute,
  type ProtectionCall,
} from './protectionCall';
import { readChecks } from './readProtection';
import type { StatusChecks } from './StoredProtection';

const path = '/required_status_checks';

/** Checks that a protected branch demands. https://docs.github.com/rest/branches/branch-protection#get-status-checks-protection */
export const checkRoutes: Route[] = [
  protectionRoute({
    method: 'GET',
    path,
    handle: call => ({
      body: presentChecks({ url: call.url, checks: checksOf(call) }),
    }),
  }),
  protectionRoute({
    method: 'PATCH',
    path,
    handle(call) {
      const { protection, body, keep, url } = call;
      const known = checksOf(call);
      const checks = readChecks({
        // Either list stands for the whole.
        ...(body.checks || body.contexts
          ? { checks: body.checks, contexts: body.contexts }
          : known),
        strict: body.strict ?? known.strict,
      });
      protection.required_status_checks = checks;
      keep();
      return { body: presentChecks({ url, checks }) };
    },
  }),
  protectionRoute({
    method: 'DELETE',
    path,
    handle(call) {
      checksOf(call);
      call.protection.required_status_checks = null;
      call.keep();
      return { status: 204 };
    },
  }),
  protectionRoute({
    method: 'GET',
    path: `${path}/contexts`,
    handle: call => ({ body: checksOf(call).contexts }),
  }),
  ...listChanges.map(method =>
    protectionRoute({
      method,
      path: `${path}/contexts`,
      handle(call) {
        const known = checksOf(call);
        const contexts = changedNames({
          method,
          known: known.contexts,
          body: call.body,
          field: 'contexts',
        });
        const checks = readChecks({
          strict: known.strict,
          checks: known.checks.filter(({ context }) =>
            contexts.includes(context),
          ),
          contexts,
        });
        call.protection.required_status_checks = checks;
        call.keep();
        return { body: checks.contexts };
      },
    }),
  ),
];

function checksOf({ protection }: ProtectionCall): StatusChecks {
  const checks = protection.required_status_checks;
  if (!checks) throw notEnabled('Required status checks');
  return checks;
}
