import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { BenchError } from '../BenchError';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium on this machine: `CHROMIUM_PATH`, a usual place, or Playwright's own. */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const candidates = [
    ...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : USUAL_PLACES),
    chromium.executablePath(),
  ];
  const found = candidates.find(candidate => fs.existsSync(candidate));
  if (!found) {
    throw new BenchError(
      'no Chromium was found. Install one (Debian: `apt-get install chromium`), or name it with CHROMIUM_PATH.',
    );
  }
  return found;
}
