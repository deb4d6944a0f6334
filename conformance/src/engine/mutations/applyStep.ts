import type { Side } from '../harness/Side';
import type { World } from '../harness/world';
import type { Scene } from './Scene';
import type { Step, ThingSpec } from './Step';

/** An identifier that nothing has. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

const toDeferred = (scene: Scene, spec: ThingSpec) => ({
  entity: scene.entity(spec),
  ...(spec.locationKey && { locationKey: spec.locationKey }),
});

/** What of a step is outside of the catalogs: files, and what the processor refuses. Done once for both. */
export function applyOutside(options: {
  world: World;
  scene: Scene;
  step: Step;
}) {
  const { world, scene, step } = options;
  switch (step.type) {
    case 'write':
      world.files.set(scene.url(step.file), scene.text(step.content));
      break;
    case 'removeFile':
      world.files.delete(scene.url(step.file));
      break;
    case 'fail':
      world.failing.set(scene.ref(step.name), 'The world refuses it');
      break;
    case 'mend':
      world.failing.delete(scene.ref(step.name));
      break;
    default:
  }
}

/** What of a step happens to a catalog. Resolves to what it answered, the same for both where they agree. */
export async function applyStep(options: {
  side: Side;
  scene: Scene;
  step: Step;
}): Promise<unknown> {
  const { side, scene, step } = options;
  switch (step.type) {
    case 'full':
      return attempt(() =>
        side
          .provider(scene.provider(step.provider))
          .full(step.things.map(spec => toDeferred(scene, spec))),
      );
    case 'delta':
      return attempt(() =>
        side.provider(scene.provider(step.provider)).delta({
          added: step.added.map(spec => toDeferred(scene, spec)),
          removed: step.removed.map(scene.ref),
        }),
      );
    case 'refreshKey':
      return attempt(() =>
        side
          .provider(scene.provider(step.provider))
          .refresh([scene.refreshKey(step.name)]),
      );
    case 'refreshFile':
      return attempt(() =>
        side
          .provider(scene.provider(step.provider))
          .refresh([`url:${scene.url(step.file)}`]),
      );
    case 'refresh':
      return answerTo(side, {
        method: 'POST',
        path: '/refresh',
        body: { entityRef: scene.ref(step.name) },
      });
    case 'addLocation':
      return answerTo(side, {
        method: 'POST',
        path: `/locations${
          step.onConflict ? `?onConflict=${step.onConflict}` : ''
        }`,
        body: { type: 'url', target: scene.url(step.file) },
      });
    case 'updateLocation':
      return answerTo(side, {
        method: 'PUT',
        path: `/locations/${await locationId(side, scene.url(step.file))}`,
        body: { type: 'url', target: scene.url(step.to) },
      });
    case 'removeLocation':
      return answerTo(side, {
        method: 'DELETE',
        path: `/locations/${await locationId(side, scene.url(step.file))}`,
      });
    case 'refreshLocation': {
      const entityRef = await locationEntityRef(side, scene.url(step.file));
      return answerTo(side, {
        method: 'POST',
        path: '/refresh',
        body: { entityRef },
      });
    }
    case 'refreshNestedLocation':
      return answerTo(side, {
        method: 'POST',
        path: '/refresh',
        body: { entityRef: `location:${scene.id}/to-three` },
      });
    case 'deleteEntity':
      return answerTo(side, {
        method: 'DELETE',
        path: `/entities/by-uid/${await entityId(side, scene.ref(step.name))}`,
      });
    default:
      return undefined;
  }
}

async function attempt(action: () => Promise<void>): Promise<string> {
  try {
    await action();
    return 'done';
  } catch (error) {
    return (error as Error).name;
  }
}

async function answerTo(side: Side, question: Parameters<Side['ask']>[0]) {
  const { status, body } = await side.ask(question);
  const error = (body as { error?: { name: string } })?.error?.name;
  return error ? `${status} ${error}` : status;
}

async function locationId({ knex }: Side, target: string): Promise<string> {
  const row = await knex('locations').where({ type: 'url', target }).first();
  return row?.id ?? NOTHING;
}

async function locationEntityRef(
  { knex }: Side,
  target: string,
): Promise<string> {
  const row = await knex('locations').where({ type: 'url', target }).first();
  return row?.location_entity_ref ?? 'location:default/none';
}

async function entityId({ knex }: Side, ref: string): Promise<string> {
  const row = await knex('refresh_state').where({ entity_ref: ref }).first();
  return row?.entity_id ?? NOTHING;
}
