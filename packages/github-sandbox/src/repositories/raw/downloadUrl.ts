import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { createLinkToken } from '../links/createLinkToken';
import { rawSubject } from './rawSubject';

/** Where the bytes of a file are. Of a repository that is not public the address has a token of its own, as on raw.githubusercontent.com. */
export function downloadUrl(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  ref: string;
  path: string;
}): string {
  const { sandbox, urls, repository, ref, path } = options;
  const url = `${urls.raw}/${fullNameOf(options)}/${encodePath(
    ref,
  )}/${encodePath(path)}`;
  return repository.visibility === 'public'
    ? url
    : `${url}?token=${createLinkToken({
        sandbox,
        subject: rawSubject({ repository, refAndPath: `${ref}/${path}` }),
      })}`;
}
