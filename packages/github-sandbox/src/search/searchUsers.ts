import type { Account } from '../core/state';
import type { Route } from '../http/Route';
import { presentAccount } from '../organisations/presentAccount';
import { valuesOf } from './parseQuery';
import { readSearch } from './readSearch';
import { searchAnswer } from './searchAnswer';

/** People and organisations, by login, name and public email. https://docs.github.com/rest/search/search#search-users */
export const searchUsers: Route = {
  route: 'GET /search/users',
  on: 'anything',
  handle(call) {
    const { sandbox, urls } = call;
    const query = readSearch(call);
    const types = valuesOf({ query, name: 'type' });
    const logins = ['user', 'org'].flatMap(name =>
      valuesOf({ query, name }).map(value => value.toLowerCase()),
    );
    const accounts: Account[] = [
      ...sandbox.state.users.filter(({ type }) => type === 'User'),
      ...sandbox.state.organisations.all(),
    ];
    const found = accounts.filter(account => {
      const text = `${account.login}\n${account.name ?? ''}\n${
        account.email ?? ''
      }`.toLowerCase();
      return (
        query.words.every(word => text.includes(word)) &&
        (types.length === 0 ||
          types.includes(account.kind === 'user' ? 'user' : 'org')) &&
        (logins.length === 0 || logins.includes(account.login.toLowerCase()))
      );
    });
    return searchAnswer({
      call,
      found,
      present: rows =>
        rows.map(account => ({
          ...presentAccount({ urls, account }),
          score: 1,
        })),
    });
  },
};
