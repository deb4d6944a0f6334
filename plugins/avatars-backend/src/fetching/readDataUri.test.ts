import { readDataUri } from './readDataUri';

describe('readDataUri', () => {
  it('decodes a picture', async () => {
    await expect(
      readDataUri('data:image/png;base64,iVBORw0KGgo='),
    ).resolves.toEqual({
      result: 'picture',
      contentType: 'image/png',
      body: Buffer.from('iVBORw0KGgo=', 'base64'),
    });
  });

  it.each([
    ['data:image/svg+xml,<svg onload="alert(1)"/>', 'its type is not'],
    ['data:text/html,<script>alert(1)</script>', 'its type is not'],
    ['data:,plain', 'its type is not'],
    ['data:image/png;base64,!!', 'cannot be decoded'],
    ['data:image/png', 'cannot be decoded'],
    [`data:image/png,${'a'.repeat(1024 * 1024 + 1)}`, 'larger than 1 MB'],
  ])('refuses %.40s', async (uri, message) => {
    await expect(readDataUri(uri)).resolves.toMatchObject({
      result: 'refused',
      message: expect.stringContaining(message),
    });
  });
});
