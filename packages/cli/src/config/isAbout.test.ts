import { isAbout, type JsonSchema } from './isAbout';

const nested = (schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { auth: { type: 'object', properties: { ldap: schema } } },
});

it.each<[string, JsonSchema, boolean]>([
  ['another key', { type: 'object', properties: { saml: {} } }, false],
  ['a key that is set', { type: 'object', properties: { url: {} } }, true],
  ['a key that is demanded', { type: 'object', required: ['saml'] }, true],
  ['the map itself', { type: 'object', visibility: 'frontend' }, true],
  ['any key', { type: 'object', additionalProperties: {} }, true],
  ['a definition elsewhere', { $ref: '#/definitions/a' }, true],
  ['another type', { type: 'string' }, true],
])('a schema about %s: %j', (_, schema, expected) => {
  expect(isAbout(nested(schema), { auth: { ldap: { url: 'x' } } })).toBe(
    expected,
  );
  expect(isAbout(nested(schema), { auth: {} })).toBe(false);
});

it('is about a parent of a wrong type, which only the schema can refuse', () => {
  expect(isAbout(nested({ type: 'object' }), { auth: true })).toBe(true);
});
