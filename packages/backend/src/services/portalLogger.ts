import {
  coreServices,
  createServiceFactory,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  WinstonLogger,
  type WinstonLoggerLevelOverride,
} from '@backstage/backend-defaults/rootLogger';
import { createConfigSecretEnumerator } from '@backstage/backend-defaults/rootConfig';
import { providerObservationsServiceRef } from '@callboard/plugin-access-node';
import { format, transports } from 'winston';
import type { LogOutput, PortalOptions } from './PortalOptions';
import { maskKeys } from './maskKeys';
import { taskLines } from './taskLines';
import { textLine } from './textLine';

const LOG_FILE_MAX_BYTES = 10 * 1024 * 1024;
const LOG_FILES_KEPT = 3;

/**
 * The stock root logger with five differences: the schema that names the secrets comes from the build; at a terminal the full log goes to a
 * file, so that the person sees only what needs attention; a secret of several lines is masked too; so are keys of machines; and what
 * providers log while they read is shown with their sync.
 */
export function portalLogger({ schema, log }: PortalOptions) {
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {
      config: coreServices.rootConfig,
      observations: providerObservationsServiceRef,
    },
    async factory({ config, observations }) {
      const logger = WinstonLogger.create({
        meta: { service: 'callboard' },
        level: config.getOptionalString('backend.logger.level') ?? 'info',
        format: format.combine(format.timestamp(), format.json(), maskKeys()),
        transports: [
          ...createTransports(log ?? { format: 'json' }),
          taskLines({ onLine: line => observations.logged(line) }),
        ],
      });
      const enumerateSecrets = await createConfigSecretEnumerator({
        logger,
        schema,
      });
      const apply = () => {
        logger.addRedactions(asLogged(enumerateSecrets(config)));
        logger.setLevelOverrides(readLevelOverrides(config));
      };
      apply();
      config.subscribe?.(apply);
      return logger;
    },
  });
}

/** A log line is JSON, in which line breaks and quotes of a secret stand escaped. */
function asLogged(secrets: Iterable<string>) {
  return [...secrets].flatMap(secret => [
    secret,
    JSON.stringify(secret.trim()).slice(1, -1),
  ]);
}

function readLevelOverrides(config: RootConfigService) {
  return (
    config.getOptional<WinstonLoggerLevelOverride[]>(
      'backend.logger.overrides',
    ) ?? []
  );
}

function createTransports(log: LogOutput) {
  if (log.format === 'json') {
    return [new transports.Console()];
  }
  return [
    new transports.File({
      filename: log.file,
      maxsize: LOG_FILE_MAX_BYTES,
      maxFiles: LOG_FILES_KEPT,
      tailable: true,
    }),
    new transports.Console({
      level: log.verbose ? undefined : 'warn',
      stderrLevels: ['error', 'warn'],
      format: textLine({ isQuiet: log.isQuiet }),
    }),
  ];
}
