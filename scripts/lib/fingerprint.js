'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { root, cacheDir } = require('./paths.js');

const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
]);

/** All files at or below `target` (relative to the root), sorted, without dependencies and build results. */
function listFiles(target) {
  const absolute = path.join(root, target);
  if (!fs.existsSync(absolute)) return [];
  if (!fs.statSync(absolute).isDirectory()) return [target];
  return fs
    .readdirSync(absolute, { withFileTypes: true })
    .filter(entry => !SKIPPED_FOLDERS.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const child = path.join(target, entry.name);
      if (entry.isDirectory()) return listFiles(child);
      return entry.isFile() ? [child] : [];
    });
}

/** A hash over names and contents, so that a fresh checkout of the same commit counts as unchanged. */
function fingerprint(targets, salt = '') {
  const hash = crypto.createHash('sha256').update(salt);
  for (const file of targets.flatMap(listFiles)) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function stampFile(name) {
  return path.join(cacheDir, 'stamps', name);
}

/** Whether the step `name` last finished with exactly this fingerprint. */
function isFresh(name, value) {
  try {
    return fs.readFileSync(stampFile(name), 'utf8') === value;
  } catch {
    return false;
  }
}

/** Written only after a step has succeeded, so that an interrupted one runs again. */
function markFresh(name, value) {
  fs.mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  fs.writeFileSync(stampFile(name), value);
}

/** Forgets a step before it runs again: what it leaves behind when it is interrupted must not count. */
function markStale(name) {
  fs.rmSync(stampFile(name), { force: true });
}

module.exports = { fingerprint, isFresh, markFresh, markStale, listFiles };
