import { mockServices } from '@backstage/backend-test-utils';
import { readPrebuild } from './readPrebuild';

describe('readPrebuild', () => {
  const read = (techdocs: object) => {
    const logger = mockServices.logger.mock();
    const config = mockServices.rootConfig({ data: { techdocs } });
    return { answer: readPrebuild({ config, logger }), logger };
  };

  it('is off when nothing is said', () => {
    expect(read({}).answer).toBe(false);
    expect(read({ generator: { prebuild: false } }).answer).toBe(false);
  });

  it('is on where the portal builds docs itself', () => {
    const generator = { prebuild: true };
    expect(read({ generator }).answer).toBe(true);
    expect(read({ generator, builder: 'local' }).answer).toBe(true);
  });

  it('warns that it has no effect where docs are built elsewhere', () => {
    const { answer, logger } = read({
      generator: { prebuild: true },
      builder: 'external',
    });
    expect(answer).toBe(false);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("techdocs.builder is 'external'"),
    );
  });
});
