import { readOpenApi, type OpenApi } from '../../testing/published/readOpenApi';
import { startTestSandbox } from '../../testing/startTestSandbox';

type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/**
 * Gives each test of the file a sandbox of its own whose clock stands still, and fails a test in which it failed by itself. To be called at the
 * top of the file; the properties can be read within tests.
 */
export function withAlertSandbox(): {
  readonly openApi: OpenApi;
  readonly sandbox: TestSandbox;
} {
  let openApi: OpenApi;
  let sandbox: TestSandbox;
  beforeAll(async () => {
    openApi = await readOpenApi();
  });
  beforeEach(async () => {
    sandbox = await startTestSandbox();
    sandbox.sandbox.clock.freeze();
  });
  afterEach(async () => {
    await sandbox.stop();
    if (sandbox.errors.length > 0) throw sandbox.errors[0];
  });
  return {
    get openApi() {
      return openApi;
    },
    get sandbox() {
      return sandbox;
    },
  };
}
