import type { Route } from '../../http/Route';
import { presentSwitch } from './presentProtection';
import { protectionRoute } from './protectionCall';

/** What is only on or off: rules for administrators, signatures. https://docs.github.com/rest/branches/branch-protection */
export const switchRoutes: Route[] = (
  ['enforce_admins', 'required_signatures'] as const
).flatMap(name => {
  const path = `/${name}`;
  return [
    protectionRoute({
      method: 'GET',
      path,
      handle: ({ protection, url }) => ({
        body: presentSwitch({ url: url + path, on: protection[name] }),
      }),
    }),
    protectionRoute({
      method: 'POST',
      path,
      handle({ protection, url, keep }) {
        protection[name] = true;
        keep();
        return { body: presentSwitch({ url: url + path, on: true }) };
      },
    }),
    protectionRoute({
      method: 'DELETE',
      path,
      handle({ protection, keep }) {
        protection[name] = false;
        keep();
        return { status: 204 };
      },
    }),
  ];
});
