import MarkdownIt from 'markdown-it';

/** Escapes a text for HTML, attribute values included. */
export const escapeHtml = new MarkdownIt().utils.escapeHtml;
