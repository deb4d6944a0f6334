import { mockServices } from '@backstage/backend-test-utils';
import { SiteBuilds } from '../prepare/SiteBuilds';
import { createPublisher } from './createPublisher';
import { TidyPublisher } from './TidyPublisher';

const create = (publisher: object) =>
  createPublisher({
    config: mockServices.rootConfig({ data: { techdocs: { publisher } } }),
    discovery: mockServices.discovery(),
    logger: mockServices.logger.mock(),
    builds: new SiteBuilds(),
  });

describe('createPublisher', () => {
  it.each([
    ['nothing', {}],
    ['local', { type: 'local' }],
    ['awsS3', { type: 'awsS3', awsS3: { bucketName: 'docs', region: 'eu' } }],
    [
      'azureBlobStorage',
      {
        type: 'azureBlobStorage',
        azureBlobStorage: {
          containerName: 'docs',
          credentials: { accountName: 'acme', accountKey: 'a2V5' },
        },
      },
    ],
    [
      'googleGcs',
      {
        type: 'googleGcs',
        googleGcs: { bucketName: 'docs', projectId: 'acme' },
      },
    ],
  ])('takes the publisher of stock for %s', async (_, config) => {
    const created = await create(config);
    expect(created?.publisher).toBeInstanceOf(TidyPublisher);
    expect(created?.publisher.docsRouter()).toEqual(expect.any(Function));
  });

  it('says as stock does what is missing', async () => {
    await expect(create({ type: 'googleGcs' })).rejects.toThrow(
      'techdocs.publisher.googleGcs.bucketName is required',
    );
  });

  it('leaves a place that stock does not know to whoever brings it', async () => {
    expect(await create({ type: 'our-own' })).toBeUndefined();
  });
});
