import { runService } from '@attune/platform';
import { ScoringModule } from './scoring.module.ts';

await runService({ name: 'scoring', module: ScoringModule });
