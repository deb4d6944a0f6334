import request from 'supertest';
import { createTestApp } from '../__testUtils__/createTestApp';

const entity = {
  apiVersion: 'a',
  kind: 'Component',
  metadata: { name: 'a', annotations: { other: 'x' } },
};

function post(app: any, body: object) {
  return request(app).post('/api/catalog/validate-entity').send(body);
}

describe('validateEntity', () => {
  it('processes the entity as if it came from the location', async () => {
    const { app, processing, event } = createTestApp();
    const response = await post(app, { entity, location: 'url:https://a' });
    expect(response.status).toBe(200);
    expect(response.text).toBe('');
    expect(processing.process).toHaveBeenCalledWith({
      entity: {
        ...entity,
        metadata: {
          name: 'a',
          annotations: {
            other: 'x',
            'backstage.io/managed-by-location': 'url:https://a',
            'backstage.io/managed-by-origin-location': 'url:https://a',
          },
        },
      },
    });
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it.each([
    'backstage.io/managed-by-location',
    'backstage.io/managed-by-origin-location',
  ])('refuses an entity that claims %s', async name => {
    const { app, processing } = createTestApp();
    const response = await post(app, {
      entity: {
        ...entity,
        metadata: { name: 'a', annotations: { [name]: 'file:/etc/passwd' } },
      },
      location: 'url:https://a',
    });
    expect(response.status).toBe(400);
    expect(response.body.errors).toEqual([
      {
        name: 'InputError',
        message: `The annotation ${name} is set by the catalog. Remove it from the entity; "location" says where the entity comes from.`,
      },
    ]);
    expect(processing.process).not.toHaveBeenCalled();
  });

  it('answers once, with all errors', async () => {
    const { app, processing, event } = createTestApp();
    processing.process.mockResolvedValueOnce({
      ok: false,
      errors: [new TypeError('one'), new Error('two')],
    });
    const response = await post(app, { entity, location: 'url:https://a' });
    expect(response.status).toBe(400);
    expect(response.body).toEqual({
      errors: [
        { name: 'TypeError', message: 'one' },
        { name: 'Error', message: 'two' },
      ],
    });
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('refuses those who may not', async () => {
    const { app, permissions, processing } = createTestApp();
    permissions.authorize.mockResolvedValueOnce([{ result: 'DENY' as any }]);
    const response = await post(app, { entity, location: 'url:https://a' });
    expect(response.status).toBe(403);
    expect(processing.process).not.toHaveBeenCalled();
  });
});
