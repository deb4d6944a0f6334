import type { Sandbox } from '../../core/Sandbox';
import type { CheckRun, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';

/** `check-annotation` of GitHub's OpenAPI. */
export function presentAnnotation(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  checkRun: CheckRun;
  annotation: CheckRun['output']['annotations'][number];
}) {
  const { checkRun, annotation } = options;
  return {
    path: annotation.path,
    blob_href: `${repositoryAddress(options).html}/blob/${checkRun.headSha}/${
      annotation.path
    }`,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: null,
    end_column: null,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: null,
  };
}
