import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

const INDENT = 4;

/** The text of a line, without the indentation of the block that it is in. */
export function lineText(state: StateBlock, line: number): string {
  const start = state.bMarks[line] + state.tShift[line];
  return state.src.slice(start, state.eMarks[line]);
}

/** The line after the last one that is indented under `startLine`. */
export function endOfIndented(
  state: StateBlock,
  startLine: number,
  endLine: number,
): number {
  let end = startLine + 1;
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) {
      continue;
    }
    if (state.sCount[line] < state.blkIndent + INDENT) {
      break;
    }
    end = line + 1;
  }
  return end;
}

/** Parses the lines from `startLine` up to `endLine` as Markdown of their own. */
export function parseLines(
  state: StateBlock,
  startLine: number,
  endLine: number,
): void {
  const { parentType, lineMax } = state;
  state.parentType = 'root';
  state.lineMax = endLine;
  state.md.block.tokenize(state, startLine, endLine);
  Object.assign(state, { parentType, lineMax });
}

/** The same for lines that are indented. */
export function parseIndented(
  state: StateBlock,
  startLine: number,
  endLine: number,
): void {
  state.blkIndent += INDENT;
  parseLines(state, startLine, endLine);
  state.blkIndent -= INDENT;
}
