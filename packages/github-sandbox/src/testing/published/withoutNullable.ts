/**
 * OpenAPI 3.0 says "may be null" with `nullable: true` beside any other keyword, JSON Schema with a type. Turns the one into the other,
 * in place.
 */
export function withoutNullable(node: unknown): void {
  if (Array.isArray(node)) {
    node.forEach(withoutNullable);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Record<string, unknown>;
  Object.values(schema).forEach(withoutNullable);
  if (schema.nullable !== true) return;

  delete schema.nullable;
  if (typeof schema.type === 'string') {
    schema.type = [schema.type, 'null'];
    if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
      schema.enum.push(null);
    }
    return;
  }
  const rest = { ...schema };
  Object.keys(schema).forEach(key => delete schema[key]);
  schema.anyOf = [{ type: 'null' }, rest];
}
