import { CodeGen } from 'ajv/dist/compile/codegen';

type OpenApiModule =
  typeof import('express-openapi-validator/dist/framework/openapi.schema.validator');
/** By `require`, since an import would give a copy of the module's exports, and replacing one of those has no effect. */
const openApi: OpenApiModule = require('express-openapi-validator/dist/framework/openapi.schema.validator');

/**
 * Makes the JSON Schema validators that a start compiles cheaper; call it before anything is compiled.
 *
 * Ajv polishes the code of each validator. That pays off for one that runs a thousand times, while those of a start run once, and
 * polishing is half of their cost. It changes nothing in what they accept: it is Ajv's own option `code.optimize`.
 *
 * Each OpenAPI router compiles the schema of OpenAPI itself to check its own description. They all share one instead.
 */
export function leanValidators(): void {
  CodeGen.prototype.optimize = () => {};

  const Original = openApi.OpenAPISchemaValidator;
  type Options = ConstructorParameters<typeof Original>[0];
  const shared = new Map<string, InstanceType<typeof Original>>();
  class SharedValidator {
    constructor(options: Options) {
      const key = `${options.version} ${options.validateApiSpec}`;
      const known = shared.get(key) ?? new Original(options);
      shared.set(key, known);
      return known;
    }
  }
  Object.assign(openApi, { OpenAPISchemaValidator: SharedValidator });
}
