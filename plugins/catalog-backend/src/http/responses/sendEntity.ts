import type { Response } from 'express';
import type { Entity } from '@backstage/catalog-model';
import { sendJsonText } from './sendJsonText';

/** Sends one entity, as it is stored or parsed. */
export function sendEntity(response: Response, entity: string | Entity): void {
  if (typeof entity === 'string') sendJsonText(response, entity);
  else response.json(entity);
}
