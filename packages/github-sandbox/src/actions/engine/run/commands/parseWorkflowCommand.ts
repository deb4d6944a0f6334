/** `::name key=value,key=value::text` */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  value: string;
}

/**
 * Reads a workflow command from a line of output; undefined if it is none.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function parseWorkflowCommand(
  line: string,
): WorkflowCommand | undefined {
  const match = /^\s*::([A-Za-z][\w-]*)(?:\s+(.*?))?::(.*)$/.exec(line);
  if (!match) {
    return undefined;
  }
  const [, name, written = '', value] = match;
  const properties = Object.fromEntries(
    written.split(',').flatMap(part => {
      const at = part.indexOf('=');
      return at > 0
        ? [[part.slice(0, at).trim(), decodeProperty(part.slice(at + 1))]]
        : [];
    }),
  );
  return {
    name: name.toLocaleLowerCase('en-US'),
    properties,
    value: decode(value),
  };
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

function decodeProperty(text: string): string {
  return decode(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
