import { runService } from '@attune/platform';
import { CaseloadModule } from './caseload.module.ts';

await runService({ name: 'caseload', module: CaseloadModule });
