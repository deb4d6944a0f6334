import { html } from 'hono/html';
import type { Markup } from '../../pages/layout';

const CHOICES: Array<[value: string, text: string]> = [
  ['7', '7 days'],
  ['30', '30 days'],
  ['60', '60 days'],
  ['90', '90 days'],
  ['366', '366 days'],
  ['none', 'No expiration'],
];

/** A choice of when a token ends; sends `expires_in`. */
export function expiryField(chosen = '30'): Markup {
  return html`<p>
    <label for="expires_in">Expiration</label><br />
    <select id="expires_in" name="expires_in">
      ${CHOICES.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>
            ${text}
          </option>`,
      )}
    </select>
  </p>`;
}

/** Days, or null for a token without an end. */
export function readExpiry(value: string): number | null {
  return value === 'none' ? null : Number(value || '30');
}
