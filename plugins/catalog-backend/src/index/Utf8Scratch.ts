const encoder = new TextEncoder();

/** Turns one text after another into UTF-8, in a buffer that is used again each time. */
export class Utf8Scratch {
  /** Holds the last encoded text, up to `length`. */
  bytes = new Uint8Array(1024);
  length = 0;

  encode(text: string): void {
    // One UTF-16 code unit makes at most three bytes.
    if (text.length * 3 > this.bytes.length)
      this.bytes = new Uint8Array(text.length * 3);
    const bytes = this.bytes;
    const end = text.length;
    // Short ASCII texts are the rule, and a loop beats a call into the runtime there.
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        this.length = encoder.encodeInto(text, bytes).written;
        return;
      }
      bytes[i] = code;
    }
    this.length = end;
  }
}
