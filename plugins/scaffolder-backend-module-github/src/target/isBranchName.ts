import { hasControls } from './hasControls';

/** Whether git takes a text as the name of a branch or tag, and no program takes it for an option. https://git-scm.com/docs/git-check-ref-format */
export function isBranchName(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= 255 &&
    text !== '@' &&
    !hasControls(text) &&
    !/[ ~^:?*[\\]/.test(text) &&
    !/\.\.|@\{|\/\//.test(text) &&
    !/^[-/]|[/.]$/.test(text) &&
    text
      .split('/')
      .every(part => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
