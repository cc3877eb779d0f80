import { CreateCaseload1763890000000 } from './1763890000000-create-caseload.ts';

export const migrations = [CreateCaseload1763890000000];
