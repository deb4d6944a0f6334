/** Something wrong in a file for deployments: `{ file, line, message }`; the line counts from 1. */
export function finding(file, line, message) {
  return { file, line, message };
}

export function formatFinding({ file, line, message }) {
  return `${file}:${line}: ${message}`;
}
