import { runService } from '@attune/platform';
import { AlertingModule } from './alerting.module.ts';

await runService({ name: 'alerting', module: AlertingModule });
