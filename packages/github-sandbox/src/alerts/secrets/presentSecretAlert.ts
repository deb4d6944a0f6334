import type { Sandbox } from '../../core/Sandbox';
import type { Repository, SecretAlert } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from '../../issues/present/presentPerson';
import { fullNameOf } from '../../repositories/fullNameOf';
import { secretOf } from './secretOf';

/** `secret-scanning-alert` of GitHub's OpenAPI. Where the secret was found is not known here. */
export function presentSecretAlert(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  alert: SecretAlert;
  /** The secret is left out. */
  hideSecret: boolean;
}) {
  const { sandbox, urls, repository, alert, hideSecret } = options;
  const fullName = fullNameOf({ sandbox, repository });
  const url = `${urls.api}/repos/${fullName}/secret-scanning/alerts/${alert.number}`;
  return {
    number: alert.number,
    created_at: alert.createdAt,
    updated_at: alert.updatedAt,
    url,
    html_url: `${urls.html}/${fullName}/security/secret-scanning/${alert.number}`,
    locations_url: `${url}/locations`,
    state: alert.state,
    secret_type: alert.secretType,
    secret_type_display_name: alert.displayName,
    provider: alert.provider,
    provider_slug: alert.provider?.toLowerCase().replaceAll(' ', '_') ?? null,
    ...(!hideSecret && { secret: secretOf(alert) }),
    validity: alert.validity,
    publicly_leaked: alert.publiclyLeaked,
    multi_repo: false,
    is_base64_encoded: false,
    first_location_detected: null,
    has_more_locations: false,
    resolution: alert.resolution,
    resolved_by: presentPerson({ sandbox, urls, id: alert.resolvedById }),
    resolved_at: alert.resolvedAt,
    resolution_comment: alert.resolutionComment,
    push_protection_bypassed: false,
    push_protection_bypassed_by: null,
    push_protection_bypassed_at: null,
    push_protection_bypass_request_reviewer: null,
    push_protection_bypass_request_reviewer_comment: null,
    push_protection_bypass_request_comment: null,
    push_protection_bypass_request_html_url: null,
    assigned_to: null,
  };
}
