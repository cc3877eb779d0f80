export { PrerequisiteMissing } from './inbox/failures.ts';
export { resume } from './inbox/resume.ts';
export { tailTopics, type TailedEvent, type TailOptions } from './kafka/tail-topics.ts';
export { messagingMigrations } from './messaging-tables.migration.ts';
export { EventContext, EventData, OnEvent } from './nest/event.decorators.ts';
export type { EventContextData } from './nest/event-context.ts';
export { MessagingModule } from './nest/messaging.module.ts';
export { append } from './outbox/append.ts';
