import type { Response } from 'express';
import { jsonContentType } from './jsonContentType';

/** Sends text that is JSON already, in one piece. */
export function sendJsonText(response: Response, text: string): void {
  response.setHeader('Content-Type', jsonContentType);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text, 'utf8');
}
