import Ajv from 'ajv';
import { leanValidators } from './leanValidators';

const openApi = () =>
  jest.requireActual<
    typeof import('express-openapi-validator/dist/framework/openapi.schema.validator')
  >('express-openapi-validator/dist/framework/openapi.schema.validator');

const description = {
  openapi: '3.1.0',
  info: { title: 'Trains', version: '1' },
  paths: {},
};

describe('leanValidators', () => {
  beforeAll(() => leanValidators());

  it('leaves it to the schema what is valid', () => {
    const validate = new Ajv({ allErrors: true }).compile({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, port: { type: 'number' } },
    });
    expect(validate({ name: 'a', port: 1 })).toBe(true);
    expect(validate({ port: 'b' })).toBe(false);
    expect(validate.errors?.map(({ keyword }) => keyword)).toEqual([
      'required',
      'type',
    ]);
  });

  it('shares one validator between OpenAPI routers', () => {
    const { OpenAPISchemaValidator } = openApi();
    const create = (version: string) =>
      new OpenAPISchemaValidator({ version, validateApiSpec: true });
    expect(create('3.1.0')).toBe(create('3.1.0'));
    expect(create('3.1.0')).not.toBe(create('3.0.3'));
  });

  it('still refuses an invalid OpenAPI description', () => {
    const { OpenAPISchemaValidator } = openApi();
    const validator = new OpenAPISchemaValidator({
      version: '3.1.0',
      validateApiSpec: true,
    });
    const { info, ...withoutInfo } = description;
    expect(validator.validate(description as never).errors).toEqual([]);
    expect(validator.validate(withoutInfo as never).errors).not.toEqual([]);
    expect(validator.validate(description as never).errors).toEqual([]);
  });
});
