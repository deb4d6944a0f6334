import type { Sandbox } from '../../core/Sandbox';
import type { Delivery } from '../../core/state';

/** GitHub keeps deliveries for three days; here the last ones of each hook. */
const KEPT_PER_HOOK = 300;

/** Writes a delivery down and forgets the oldest of its hook. */
export function recordDelivery(options: {
  sandbox: Sandbox;
  values: Omit<Delivery, 'id'>;
}): Delivery {
  const { sandbox, values } = options;
  const { deliveries } = sandbox.state;
  const delivery = deliveries.insert({ id: sandbox.nextId(), ...values });
  const ofHook = deliveries.by('hook', `${values.hook.kind}:${values.hook.id}`);
  ofHook.slice(0, -KEPT_PER_HOOK).forEach(old => deliveries.remove(old));
  sandbox.changed();
  return delivery;
}
