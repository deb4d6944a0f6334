import type { Sandbox } from '../../../core/Sandbox';
import type { Repository } from '../../../core/state';
import type { Urls } from '../../../http/createUrls';
import { presentRepository } from '../../../repositories/present/presentRepository';

/** A repository as webhooks carry it. */
export function webhookRepository(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
}) {
  const { custom_properties: properties, ...repository } =
    presentRepository(options);
  return { ...repository, custom_properties: properties ?? {} };
}
