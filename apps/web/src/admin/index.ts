export { AbsencesPage } from './absences.page.tsx';
export { AdminLayout } from './admin.layout.tsx';
export { AlertPolicyPage } from './alert-policy.page.tsx';
export { CheckInsPage } from './check-ins.page.tsx';
export { DeadLettersPage } from './dead-letters.page.tsx';
export { HoursPage } from './hours.page.tsx';
export { MessagesPage } from './messages.page.tsx';
export { RulesPage } from './rules.page.tsx';
