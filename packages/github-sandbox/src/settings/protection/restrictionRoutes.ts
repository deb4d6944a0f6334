import type { Route } from '../../http/Route';
import { changedNames, listChanges } from './listChanges';
import { presentActors } from './presentActors';
import { presentRestrictions } from './presentProtection';
import {
  notEnabled,
  protectionRoute,
  type ProtectionCall,
} from './protectionCall';
import type { Actors } from './StoredProtection';

const path = '/restrictions';

/** Who alone may push to a protected branch. https://docs.github.com/rest/branches/branch-protection#get-access-restrictions */
export const restrictionRoutes: Route[] = [
  protectionRoute({
    method: 'GET',
    path,
    handle: call => ({
      body: presentRestrictions({
        ...call,
        call,
        restrictions: restrictionsOf(call),
      }),
    }),
  }),
  protectionRoute({
    method: 'DELETE',
    path,
    handle(call) {
      restrictionsOf(call);
      call.protection.restrictions = null;
      call.keep();
      return { status: 204 };
    },
  }),
  ...(['users', 'teams', 'apps'] as const).flatMap(kind => [
    protectionRoute({
      method: 'GET',
      path: `${path}/${kind}`,
      handle: call => ({
        body: presentActors({ call, actors: restrictionsOf(call) })[kind],
      }),
    }),
    ...listChanges.map(method =>
      protectionRoute({
        method,
        path: `${path}/${kind}`,
        handle(call) {
          const restrictions = restrictionsOf(call);
          restrictions[kind] = changedNames({
            method,
            known: restrictions[kind],
            body: call.body,
            field: kind,
          });
          call.keep();
          return { body: presentActors({ call, actors: restrictions })[kind] };
        },
      }),
    ),
  ]),
];

function restrictionsOf({ protection }: ProtectionCall): Actors {
  if (!protection.restrictions) throw notEnabled('Push restrictions');
  return protection.restrictions;
}
