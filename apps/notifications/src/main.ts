import { runService } from '@attune/platform';
import { NotificationsModule } from './notifications.module.ts';

await runService({ name: 'notifications', module: NotificationsModule });
