'use strict';
const { StartProblem } = require('./fail.js');

const MINIMUM = [18, 12];

/** The bootstrap and the package manager need Node 18.12; the portal itself runs on the Node 24 that is installed. */
function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]))
    return;
  throw new StartProblem({
    problem: `Node ${version} is too old`,
    cause: `npm start needs Node ${MINIMUM.join(
      '.',
    )} or newer to install the portal, which then brings its own Node 24.`,
    remedy:
      'install a current Node (https://nodejs.org), then run `npm start` again',
    status: 78,
  });
}

module.exports = { checkNode };
