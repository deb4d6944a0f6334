import { Signature } from '../types';

const LINE = /^(.*?) ?<([^>]*)>(?: (-?\d+)(?: ([+-])(\d{2})(\d{2}))?)?/;

/** Reads `Name <email> 1700000000 +0100`. A part that is missing is empty or the epoch. */
export function parseSignature(line: string): Signature {
  const [, name = line, email = '', seconds = '0', sign, hours, minutes] =
    LINE.exec(line) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return {
    name,
    email,
    date: new Date(Number(seconds) * 1000),
    offsetMinutes: sign === '-' && offset > 0 ? -offset : offset,
  };
}

// The characters that would break the line; git leaves them out as well.
function clean(text: string): string {
  return text.replace(/[<>\n\0]/g, '').trim();
}

/** Writes the line that `parseSignature` reads. Throws `RangeError` if the date is none. */
export function formatSignature(signature: Signature): string {
  const time = signature.date.getTime();
  if (Number.isNaN(time)) {
    throw new RangeError('The date of a signature is not a date');
  }
  // Git has no time before its epoch.
  const seconds = Math.max(0, Math.floor(time / 1000));
  const offset = signature.offsetMinutes ?? 0;
  const [hours, minutes] = [Math.abs(offset) / 60, Math.abs(offset) % 60].map(
    part => String(Math.floor(part)).padStart(2, '0'),
  );
  const zone = `${offset < 0 ? '-' : '+'}${hours}${minutes}`;
  return `${clean(signature.name)} <${clean(
    signature.email,
  )}> ${seconds} ${zone}`;
}
