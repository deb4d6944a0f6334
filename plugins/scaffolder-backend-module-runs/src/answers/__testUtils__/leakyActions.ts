import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { planCall } from '../../dryRun/plan';

/** What the actions of a test do, and have been given. */
export interface LeakyScene {
  /** The last step does not fail any more. */
  isMended: boolean;
  received?: unknown;
  /** Called when everything has been written down. */
  atLeak?: () => Promise<void>;
}

/** Everything that an action may do to a secret, short of writing it letter by letter. */
export function everyWay(values: string[]) {
  return values
    .flatMap(value => [
      value,
      Buffer.from(value).toString('base64'),
      Buffer.from(`user:${value}`).toString('base64'),
      Buffer.from(value).toString('hex'),
      encodeURIComponent(value),
      JSON.stringify({ value: JSON.stringify(value) }),
      [...value].reverse().join(''),
      value
        .match(/.{1,9}/g)!
        .slice(0, -1)
        .join(' / '),
    ])
    .join('\n');
}

const input = { secrets: (z: any) => z.any(), others: (z: any) => z.any() };
/** Actions that write down what they are given, in every way. */
export function leakyActions(scene: LeakyScene): any[] {
  return [
    createTemplateAction({
      id: 'test:leak',
      schema: { input, output: { said: (z: any) => z.any() } },
      async handler(context: any) {
        const values = [context.input.secrets.KEY, ...context.input.others];
        scene.received = values;
        context.logger.info(everyWay(values));
        context.logger.warn('with meta', {
          values,
          nested: { [values[0]]: 1 },
        });
        await context.checkpoint({ key: 'kept', fn: () => values });
        context.output('said', everyWay(values));
        await scene.atLeak?.();
      },
    }),
    createTemplateAction({
      id: 'test:last',
      schema: { input: { secrets: (z: any) => z.any() } },
      async handler(context: any) {
        if (scene.isMended) return;
        throw new Error(`Refused: ${everyWay([context.input.secrets.KEY])}`);
      },
    }),
    createTemplateAction({
      id: 'test:planned',
      supportsDryRun: true,
      schema: { input: { key: (z: any) => z.any() } },
      async handler(context: any) {
        planCall({
          stepId: context.step?.id ?? 'planned',
          method: 'PUT',
          url: 'https://api.github.test/repos/o/r/actions/secrets/KEY',
          body: { value: context.input.key },
          permission: {
            name: 'secrets',
            access: 'write',
            title: 'Secrets: write',
          },
        });
      },
    }),
  ];
}
