import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Label, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from './repositoryAddress';

/** `label` of GitHub's OpenAPI. */
export function presentLabel(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  label: Label;
}) {
  const { label } = options;
  return {
    id: label.id,
    node_id: nodeId({ type: 'Label', id: label.id }),
    url: `${repositoryAddress(options).api}/labels/${encodeURIComponent(
      label.name,
    )}`,
    name: label.name,
    color: label.color,
    default: label.default,
    description: label.description,
  };
}
