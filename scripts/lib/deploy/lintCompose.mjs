import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DCLinter } from 'dclint';
import { parseDocument, LineCounter } from 'yaml';
import { finding } from './finding.mjs';

const SECRET_NAME = /PASSWORD|SECRET|TOKEN|PRIVATE_KEY/;
const FROM_OUTSIDE = /^\$\{[A-Z_]+(:\?[^}]*)?\}$/;

const linter = new DCLinter({
  rules: {
    // The image gets its name from here when it is built here.
    'no-build-and-image': 0,
    // Ours lead with what a reader looks for.
    'service-keys-order': 0,
    'services-alphabetical-order': 0,
    'require-quotes-in-ports': 0,
  },
  quiet: false,
  debug: false,
  exclude: [],
});

/**
 * Checks a compose file with dclint, which knows the schema of the Compose specification, and against the rules of this
 * repository. `exists` tells whether a path relative to the file is there.
 */
export function lintCompose({ file, text, exists }) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) =>
      finding(file, lines.linePos(pos[0]).line, message.split('\n')[0]),
    );
  }
  const lineOf = keys => {
    for (let length = keys.length; length > 0; length -= 1) {
      const node = document.getIn(keys.slice(0, length), true);
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const findings = [];
  const report = (keys, message) =>
    findings.push(finding(file, lineOf(keys), message));

  findings.push(...runLinter({ file, text }));
  if (findings.length > 0) return findings;

  const compose = document.toJS();
  for (const [name, service] of Object.entries(compose.services ?? {})) {
    const keys = ['services', name];
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (SECRET_NAME.test(variable) && !FROM_OUTSIDE.test(String(value))) {
        report(
          [...keys, 'environment', variable],
          `${variable} is written into the file: take it from the environment`,
        );
      }
    }
    for (const volume of service.volumes ?? []) {
      const [source] = String(volume).split(':');
      if (
        source.startsWith('.')
          ? !exists(source)
          : !(source in (compose.volumes ?? {}))
      ) {
        report(
          [...keys, 'volumes'],
          `${name} mounts ${source}, which does not exist`,
        );
      }
    }
    for (const [other, { condition }] of Object.entries(
      service.depends_on ?? {},
    )) {
      if (
        condition === 'service_healthy' &&
        !compose.services[other]?.healthcheck
      ) {
        report(
          [...keys, 'depends_on'],
          `${name} waits for ${other}, which has no health check`,
        );
      }
    }
    if (service.build) {
      const { context, dockerfile } = service.build;
      if (!exists(`${context}/${dockerfile}`)) {
        report([...keys, 'build'], `${context}/${dockerfile} does not exist`);
      }
      if (!service.read_only || !service.cap_drop?.includes('ALL')) {
        report(keys, `${name} needs read_only: true and cap_drop: [ALL]`);
      }
    }
  }
  return findings;
}

/** The linter reads files only. */
function runLinter({ file, text }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lint-compose-'));
  try {
    const copy = path.join(folder, 'compose.yaml');
    fs.writeFileSync(copy, text);
    return linter
      .lintFiles([copy], false)
      .flatMap(({ messages }) => messages)
      .map(({ line, message }) => finding(file, line, message));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
