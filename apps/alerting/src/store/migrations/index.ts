import { CreateAlerts1763890000000 } from './1763890000000-create-alerts.ts';

export const migrations = [CreateAlerts1763890000000];
