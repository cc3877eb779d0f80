export { AdminLayout } from './admin.layout.tsx';
export { AlertPolicyPage } from './alerting/alert-policy.page.tsx';
export { HoursPage } from './alerting/hours.page.tsx';
export { RulesPage } from './alerting/rules.page.tsx';
export { CheckInsPage } from './asking/check-ins.page.tsx';
export { AbsencesPage } from './people/absences.page.tsx';
export { DeadLettersPage } from './record/dead-letters.page.tsx';
export { MessagesPage } from './record/messages.page.tsx';
