import type { Account } from '../../core/state';
import { parseQuery, valuesOf } from '../../search/parseQuery';
import type { GraphqlContext } from '../GraphqlContext';

/** People and organisations by login, name and address. https://docs.github.com/search-github/searching-on-github/searching-users */
export function searchAccounts(options: {
  query: string;
  context: GraphqlContext;
}): Account[] {
  const { context } = options;
  const { state } = context.sandbox;
  const query = parseQuery(options.query);
  const types = valuesOf({ query, name: 'type' });
  const logins = ['user', 'org'].flatMap(name =>
    valuesOf({ query, name }).map(value => value.toLowerCase()),
  );
  const accounts: Account[] = [
    ...state.users.filter(({ type }) => type === 'User'),
    ...state.organisations.all(),
  ];
  return accounts.filter(({ kind, login, name, email }) => {
    const text = `${login}\n${name ?? ''}\n${email ?? ''}`.toLowerCase();
    return (
      query.words.every(word => text.includes(word)) &&
      (types.length === 0 ||
        types.includes(kind === 'user' ? 'user' : 'org')) &&
      (logins.length === 0 || logins.includes(login.toLowerCase()))
    );
  });
}
