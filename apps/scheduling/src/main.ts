import { runService } from '@attune/platform';
import { SchedulingModule } from './scheduling.module.ts';

await runService({ name: 'scheduling', module: SchedulingModule });
