import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { lineText } from './indentedBlock';
import { MAX_SEARCHED_LINES, searchesLeft, searchFailed } from './searchesLeft';

/** A block of `///`; lines are those of the page, from 0. */
export interface Block {
  name: string;
  /** Behind `|`; '' without. */
  argument: string;
  /** From the indented `key: value` lines right under its head. */
  settings: Map<string, string>;
  start: number;
  contentStart: number;
  /** The line that closes it. */
  end: number;
}

const HEAD = /^(\/{3,})[ \t]*([a-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$/;
const SETTING = /^([a-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$/;
const INDENT = 4;

/** Reads the block that begins at `startLine`; undefined when there is none, or when it is never closed. */
export function readBlock(options: {
  state: StateBlock;
  startLine: number;
  endLine: number;
}): Block | undefined {
  const { state, startLine, endLine } = options;
  if (state.sCount[startLine] - state.blkIndent >= INDENT) {
    return undefined;
  }
  const match = HEAD.exec(lineText(state, startLine));
  if (!match || !searchesLeft(state.env)) {
    return undefined;
  }
  const [, fence, name, argument = ''] = match;
  const settings = new Map<string, string>();
  let line = startLine + 1;
  while (
    line < endLine &&
    !state.isEmpty(line) &&
    state.sCount[line] >= state.blkIndent + INDENT
  ) {
    const [, key, value] = SETTING.exec(lineText(state, line)) ?? [];
    if (!key) {
      break;
    }
    settings.set(key, value.replace(/^(["'])(.*)\1$/, '$2'));
    line++;
  }
  const contentStart = line;
  const last = Math.min(endLine, line + MAX_SEARCHED_LINES);
  while (line < last && lineText(state, line).trimEnd() !== fence) {
    line++;
  }
  if (line >= last) {
    searchFailed(state.env);
  }
  return line < last
    ? { name, argument, settings, start: startLine, contentStart, end: line }
    : undefined;
}
