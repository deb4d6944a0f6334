import { appClientIds } from '../../facts/signIn/appClientIds';
import { signInClients } from '../../facts/signIn/signInClients';
import { feature } from './feature';
import { needs } from './needs';

/** Sign-in through the App's own client: only then is it the App that decides whether the portal sees a person's e-mail address. */
export const signInWithApp = feature({
  id: 'sign-in-with-app',
  title: 'Sign-in through the GitHub App',
  isOn({ config, host }) {
    const clients = signInClients({ config }).filter(one => one.host === host);
    const ids = appClientIds({ config, host });
    const shared = clients.find(({ clientId }) => ids.includes(clientId));
    if (shared) {
      return {
        on: true,
        because: `${shared.configKey}.clientId is that of the App`,
      };
    }
    return {
      on: false,
      because:
        clients.length > 0
          ? `people sign in with the client of ${clients[0].configKey}, which is not the App's`
          : `nobody signs in with ${host}`,
    };
  },
  permissions: needs('email_addresses', 'read', {
    scope: 'account',
    routes: ['GET /user/emails'],
  }),
  scopes: [],
  events: [],
});
