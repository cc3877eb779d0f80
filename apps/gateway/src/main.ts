import { runService } from '@attune/platform';
import { GatewayModule } from './gateway.module.ts';

await runService({ name: 'gateway', module: GatewayModule, ownReadiness: true, facesEverybody: true });
