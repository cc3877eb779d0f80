import { pino } from 'pino';
import { readIdentityConfig } from './identity.config.ts';
import { createIdentityServer } from './identity.server.ts';
import { readDemoPeople } from './people/demo-people.ts';

const logger = pino({ base: { service: 'identity' }, level: process.env['LOG_LEVEL'] ?? 'info' });

try {
  const config = readIdentityConfig(process.env);
  const server = createIdentityServer(config, readDemoPeople(config.peopleFile), (message, fields) => {
    logger.error(fields ?? {}, message);
  });
  server.listen(config.port, config.host, () => {
    logger.info({ port: config.port }, 'identity is listening');
  });
  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : 'identity cannot start');
  process.exitCode = 1;
}
