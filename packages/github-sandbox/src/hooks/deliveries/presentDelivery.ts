import type { Delivery } from '../../core/state';

/** `hook-delivery-item` of GitHub's OpenAPI. */
export function presentDeliveryItem(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** `hook-delivery` of GitHub's OpenAPI: with what was sent and what came back. */
export function presentDelivery(delivery: Delivery) {
  return {
    ...presentDeliveryItem(delivery),
    url: delivery.url,
    request: delivery.request,
    response: delivery.response,
  };
}
