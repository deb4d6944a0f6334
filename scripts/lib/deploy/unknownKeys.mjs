import path from 'node:path';
import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const { root } = require('../paths.js');

const OPTIONS = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  types: [],
};
/** One line per resource, after the imports: its number tells the resource. */
const FILE = path.join(root, 'kubernetes-resources.ts');

/**
 * Keys of Kubernetes resources that no schema knows: `[{ index, message }]`. The schemas themselves let a misspelled key pass, and
 * so would the cluster. TypeScript does not, when it checks an object against the interface of its kind.
 */
export function unknownKeys(resources) {
  const imports = resources.map(
    ({ apiVersion, kind }, index) =>
      `import type { I${kind} as T${index} } from 'kubernetes-models/${apiVersion}/${kind}';`,
  );
  const constants = resources.map(
    (resource, index) =>
      `export const r${index}: T${index} = ${JSON.stringify(resource)};`,
  );
  const text = [...imports, ...constants].join('\n');

  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = name => name === FILE || fileExists(name);
  host.getSourceFile = (name, ...others) =>
    name === FILE
      ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
      : getSourceFile(name, ...others);

  const program = ts.createProgram([FILE], OPTIONS, host);
  const file = program.getSourceFile(FILE);
  return program.getSemanticDiagnostics(file).map(({ start, messageText }) => ({
    index: file.getLineAndCharacterOfPosition(start).line - imports.length,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}
