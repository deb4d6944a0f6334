'use strict';
const fs = require('fs');
const { execFileSync } = require('child_process');
const { run } = require('./run.js');
const { StartProblem } = require('./fail.js');

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findChromium() {
  return PLACES.find(place => place && fs.existsSync(place));
}

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium for the browser tests. Installs Debian's where that is possible without asking anybody. */
async function ensureChromium({ progress }) {
  const found = findChromium();
  if (found) return found;
  if (process.getuid && process.getuid() === 0 && hasApt()) {
    await progress.step(
      'Installing Chromium for the browser tests',
      async () => {
        const options = {
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          onLine: () => {},
        };
        await run('apt-get', ['update'], options);
        const { status, output } = await run(
          'apt-get',
          [
            'install',
            '-y',
            '--no-install-recommends',
            'chromium',
            'fonts-liberation',
          ],
          options,
        );
        if (status !== 0) {
          throw new StartProblem({
            problem: 'Chromium could not be installed',
            cause: output.trim().split('\n').slice(-5).join('\n'),
            remedy:
              'install Chromium by hand (`apt-get install chromium`), then run the tests again',
          });
        }
      },
    );
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new StartProblem({
    problem: 'the browser tests need Chromium, which is not on this machine',
    cause: `looked at ${PLACES.filter(Boolean).join(', ')}`,
    remedy:
      'install it (Debian: `sudo apt-get install chromium`; macOS: `brew install --cask chromium`), or set CHROMIUM_PATH to an existing one',
  });
}

module.exports = { ensureChromium };
