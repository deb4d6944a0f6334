import http from 'node:http';
import type { Load } from './Load';

/**
 * Asks one address over several connections at once, each as soon as it has its answer, and prints how many answers came whole, with status 200
 * and in time. Runs in a process of its own, so that it takes no time from whoever measures. The first argument is a `Load`.
 */
const load: Load = JSON.parse(process.argv[2]);
const agent = new http.Agent({
  keepAlive: true,
  maxSockets: load.connections,
});
const end = performance.now() + load.seconds * 1000;
let answered = 0;

function ask(): Promise<boolean> {
  return new Promise(resolve => {
    const request = http.get(load.url, {
      agent,
      headers: { authorization: `Bearer ${load.token}` },
    });
    const timer = setTimeout(() => request.destroy(), load.patienceMs);
    const finish = (inTime: boolean) => {
      clearTimeout(timer);
      resolve(inTime);
    };
    request.once('error', () => finish(false));
    request.once('response', response => {
      response.resume();
      response.once('error', () => finish(false));
      response.once('close', () =>
        finish(response.complete && response.statusCode === 200),
      );
    });
  });
}

async function askUntilTheEnd() {
  while (performance.now() < end) {
    const inTime = await ask();
    if (inTime && performance.now() <= end) {
      answered++;
    }
  }
}

async function run() {
  await Promise.all(Array.from({ length: load.connections }, askUntilTheEnd));
  agent.destroy();
  process.stdout.write(JSON.stringify({ answered }));
}
void run();
