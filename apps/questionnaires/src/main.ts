import { runService } from '@attune/platform';
import { QuestionnairesModule } from './questionnaires.module.ts';

await runService({ name: 'questionnaires', module: QuestionnairesModule });
