import { deliver } from './deliver';

/** Sends one delivery, unless a fault that was asked for gets in its way: lost, twice (with one and the same id), or late by the clock. */
export function send(options: Parameters<typeof deliver>[0]): void {
  const { sandbox } = options;
  const { lost, times, delayMs } = sandbox.faults.nextWebhook();
  if (lost) return;
  const begin = () => {
    for (let time = 0; time < times; time += 1) {
      sandbox.background(deliver(options));
    }
  };
  if (delayMs > 0) sandbox.clock.schedule({ afterMs: delayMs, run: begin });
  else begin();
}
