import { isObjectType } from 'graphql';
import { loadSchema } from '../schema/loadSchema';
import { resolvers } from '.';

it('resolves only fields that GitHub has', () => {
  const schema = loadSchema({ enterprise: true });
  const unknown = Object.entries(resolvers).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    const known = isObjectType(type) ? type.getFields() : {};
    return Object.keys(fields)
      .filter(field => !(field in known))
      .map(field => `${name}.${field}`);
  });
  expect(unknown).toEqual([]);
});

it('has User.suspendedAt in the layout of an Enterprise Server alone', () => {
  const has = (enterprise: boolean) => {
    const type = loadSchema({ enterprise }).getType('User');
    return isObjectType(type) && 'suspendedAt' in type.getFields();
  };
  expect([has(true), has(false)]).toEqual([true, false]);
});
