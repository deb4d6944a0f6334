/**
 * Replaces secrets by `***`, whole, line by line and in the usual encodings, as the runner does.
 *
 * https://docs.github.com/en/actions/reference/security/secrets
 */
export class SecretMasks {
  private values: string[] = [];

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.add(secret);
    }
  }

  add(secret: string): void {
    const lines = secret.split(/\r?\n/);
    const found = new Set(this.values);
    for (const value of [secret, ...lines]) {
      for (const form of forms(value.trim())) {
        if (form !== '') {
          found.add(form);
        }
      }
    }
    // Longer values first, so that no rest of one stays behind.
    this.values = [...found].sort((a, b) => b.length - a.length);
  }

  mask(text: string): string {
    return this.values.reduce(
      (masked, value) => masked.replaceAll(value, '***'),
      text,
    );
  }

  /** Whether a text holds a secret. */
  holds(text: string): boolean {
    return this.values.some(value => text.includes(value));
  }
}

function forms(value: string): string[] {
  if (value === '') {
    return [];
  }
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
  ];
}
