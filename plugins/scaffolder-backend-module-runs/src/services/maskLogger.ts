import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Mask } from '../mask/createMask';

/** A logger that says what the given one says, with the secrets of whatever runs at the moment masked. So do its children. */
export function maskLogger(options: {
  logger: LoggerService;
  mask: Mask;
}): LoggerService {
  const { logger, mask } = options;
  const say =
    (level: 'error' | 'warn' | 'info' | 'debug'): LoggerService['error'] =>
    (message, meta) => {
      if (mask.isEmpty) logger[level](message, meta as never);
      else logger[level](mask.text(String(message)), mask.deep(meta) as never);
    };
  return {
    error: say('error'),
    warn: say('warn'),
    info: say('info'),
    debug: say('debug'),
    child: meta => maskLogger({ logger: logger.child(mask.deep(meta)), mask }),
  };
}
