import path from 'node:path';
import { defineConfig } from '@playwright/test';

const CI_TIMEOUT_MS = 90_000;

/** Browser tests against a portal that each file starts for itself, as `npm start` serves it. */
export default defineConfig({
  testDir: __dirname,
  testMatch: '*.test.ts',
  outputDir: path.join(__dirname, '..', 'test-results'),
  workers: 1,
  retries: 0,
  timeout: CI_TIMEOUT_MS,
  expect: { timeout: 20_000 },
  // The JSON report is what the test runner counts.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['list'], ['json']]
    : [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
