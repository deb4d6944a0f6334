// `npm test`: the quick proof of everything; with --full: the rest (`npm run test:full`). Installs, builds and bootstraps what
// it needs. The last line is `N passed, N failed`; the exit status is 1 when anything failed, 2 when asked for what there is not.
//
//   npm test -- --only unit                     one stage: format, lint, types, deploy, unit, e2e; with --full: unit-full, e2e-full
//   npm test -- plugins/home roles.full.test    the Jest tests whose path contains one of these, quick or not
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';

const require = createRequire(import.meta.url);
const { root, cacheDir } = require('./lib/paths.js');
const { run, toolEnv } = require('./lib/run.js');
const { ensureInstalled } = require('./lib/install.js');
const { ensureBuilt } = require('./lib/build.js');
const { ensureChromium } = require('./lib/chromium.js');
const { createProgress } = require('./lib/progress.js');
const { checkNode } = require('./lib/checkNode.js');
const { reportAndExit } = require('./lib/fail.js');

const { full, only, paths } = readArguments();

const resultsDir = path.join(cacheDir, 'test-results');
const bin = name => path.join(root, 'node_modules', '.bin', name);
const print = line => process.stdout.write(`${line}\n`);

/** A stage that is one check: it passes or fails as a whole. Checks keep one core busy, so two of them run at once. */
function check(name, command, args) {
  return {
    name,
    isCheck: true,
    async run() {
      const lines = [];
      const { status } = await run(command, args, {
        onLine: line => lines.push(line),
      });
      print([`\n== ${name}`, ...lines].join('\n'));
      return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
    },
  };
}

/** Jest over all workspace packages, by `scripts/jest`. `*.full.test.ts` belong to the full run. */
function unit({ name, args }) {
  return {
    name,
    async run() {
      const output = path.join(resultsDir, `${name}.json`);
      const { status } = await run(
        bin('backstage-cli'),
        [
          'repo',
          'test',
          '--watchAll=false',
          '--maxWorkers=2',
          '--config',
          path.join(root, 'scripts', 'jest', 'config.js'),
          '--passWithNoTests',
          '--json',
          `--outputFile=${output}`,
          ...args,
        ],
        {
          onLine: line => !line.startsWith('{"') && print(line),
          env: toolEnv({ NODE_ENV: 'test', CI: 'true' }),
        },
      );
      return fromReport(output, status, report => ({
        passed: report.numPassedTests,
        // A file that does not even load has no tests that could fail.
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      }));
    },
  };
}

/** Playwright against the portal as `npm start` serves it. */
function browser({ name, args }) {
  return {
    name,
    async run() {
      const output = path.join(resultsDir, `${name}.json`);
      const chromium = await ensureChromium({ progress });
      const { status } = await run(
        bin('playwright'),
        [
          'test',
          '--config',
          path.join(root, 'e2e', 'playwright.config.ts'),
          ...args,
        ],
        {
          onLine: print,
          env: toolEnv({
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_NAME: output,
          }),
        },
      );
      return fromReport(output, status, report => ({
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected + report.errors.length,
      }));
    },
  };
}

/** Reads a runner's report. A runner that ended badly without reporting a failure counts as one. */
function fromReport(file, status, count) {
  let result = { passed: 0, failed: 1 };
  if (fs.existsSync(file)) {
    result = count(JSON.parse(fs.readFileSync(file, 'utf8')));
    if (status !== 0 && result.failed === 0) result.failed = 1;
  }
  return result;
}

const quickStages = [
  check('format', bin('prettier'), ['--check', '--loglevel', 'warn', '.']),
  check('lint', bin('backstage-cli'), ['repo', 'lint', '--max-warnings', '0']),
  check('types', bin('tsc'), []),
  check('deploy', bin('node'), [
    '--test',
    path.join(root, 'scripts', 'lib', 'deploy', 'lintDeploy.test.mjs'),
  ]),
  unit({
    name: 'unit',
    args: ['--testPathIgnorePatterns', '\\.full\\.test\\.'],
  }),
  browser({ name: 'e2e', args: ['--grep-invert', '@full'] }),
];

const fullStages = [
  unit({
    name: 'unit-full',
    args: ['--testPathPatterns', '\\.full\\.test\\.'],
  }),
  browser({ name: 'e2e-full', args: ['--grep', '@full'] }),
];

const stages = chooseStages();
const progress = createProgress();
const totals = { passed: 0, failed: 0 };
try {
  await ensureInstalled({ progress });
  await ensureBuilt({ progress });
  fs.rmSync(resultsDir, { recursive: true, force: true });
  fs.mkdirSync(resultsDir, { recursive: true });

  const summary = [];
  const runStage = async stage => {
    const started = Date.now();
    const { passed, failed } = await stage.run();
    totals.passed += passed;
    totals.failed += failed;
    summary.push(
      `  ${stage.name}: ${passed} ok, ${failed} not ok, ${Math.round(
        (Date.now() - started) / 1000,
      )} s`,
    );
  };
  const checks = stages.filter(stage => stage.isCheck);
  const nextCheck = async () => {
    for (let stage = checks.shift(); stage; stage = checks.shift()) {
      await runStage(stage);
    }
  };
  await Promise.all([nextCheck(), nextCheck()]);
  for (const stage of stages.filter(({ isCheck }) => !isCheck)) {
    print(`\n== ${stage.name}`);
    await runStage(stage);
  }
  print(`\n${summary.join('\n')}`);
} catch (error) {
  reportAndExit(error);
}
print(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

function readArguments() {
  try {
    checkNode();
  } catch (error) {
    reportAndExit(error);
  }
  try {
    const { values, positionals } = util.parseArgs({
      options: {
        full: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
      allowPositionals: true,
    });
    return { ...values, paths: positionals };
  } catch (error) {
    return refuse(error.message);
  }
}

function chooseStages() {
  if (paths.length > 0) return [unit({ name: 'unit', args: paths })];
  const all = full ? fullStages : quickStages;
  const wanted = only?.split(',') ?? all.map(({ name }) => name);
  const unknown = wanted.filter(
    name => !all.some(stage => stage.name === name),
  );
  if (unknown.length > 0) {
    refuse(
      `there is no stage ${unknown.join(' and ')}; there are ${all
        .map(({ name }) => name)
        .join(', ')}`,
    );
  }
  return all.filter(({ name }) => wanted.includes(name));
}

function refuse(why) {
  process.stderr.write(`Nothing was tested: ${why}\n`);
  process.exit(2);
}
