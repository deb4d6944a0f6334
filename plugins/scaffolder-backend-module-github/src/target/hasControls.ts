/** Whether a text has control characters, line ends among them. */
export function hasControls(text: string): boolean {
  return [...text].some(character => {
    const code = character.codePointAt(0)!;
    return code < 0x20 || code === 0x7f;
  });
}
