import type { JsonObject } from '@backstage/types';
import Ajv, { type ValidateFunction } from 'ajv';
import ajvErrors from 'ajv-errors';

/** Validates against the JSON schemas of a catalog model, each of them compiled once. */
export class SchemaValidator {
  readonly #compiled = new WeakMap<JsonObject, ValidateFunction>();
  readonly #ajv: Ajv;

  constructor() {
    this.#ajv = new Ajv({
      allowUnionTypes: true,
      allErrors: true,
      validateSchema: true,
      // The schemas of the versions of one kind may share their $id.
      addUsedSchema: false,
    });
    ajvErrors(this.#ajv);
  }

  /** One sentence for each thing that is wrong; none when `data` is valid. */
  validate(schema: JsonObject, data: unknown): string[] {
    let validate = this.#compiled.get(schema);
    if (!validate) {
      validate = this.#ajv.compile(schema);
      this.#compiled.set(schema, validate);
    }
    if (validate(data)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const details = Object.entries(params ?? {})
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ');
      return `${instancePath || '<root>'} ${message}${
        params ? ` - ${details}` : ''
      }`;
    });
  }
}
