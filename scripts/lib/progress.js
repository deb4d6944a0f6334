'use strict';

/**
 * Says in words what is going on: one line when a step begins, updated in place on a terminal, and one when it has
 * ended with the time it took.
 */
function createProgress({ stream = process.stdout, now = Date.now } = {}) {
  const interactive = Boolean(stream.isTTY);
  return {
    async step(title, work) {
      const started = now();
      const seconds = () => Math.round((now() - started) / 1000);
      let detail = '';
      const draw = () =>
        stream.write(`\r\x1b[K  ${title} ${detail} ${seconds()} s`);
      if (!interactive) stream.write(`  ${title} ...\n`);
      const timer = interactive ? setInterval(draw, 250) : undefined;
      try {
        const result = await work(text => {
          detail = text;
        });
        if (interactive) stream.write('\r\x1b[K');
        stream.write(
          `  ${title}: done in ${((now() - started) / 1000).toFixed(1)} s\n`,
        );
        return result;
      } catch (error) {
        if (interactive) stream.write('\r\x1b[K');
        stream.write(`  ${title}: failed after ${seconds()} s\n`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

module.exports = { createProgress };
