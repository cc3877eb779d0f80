import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { AssignCareController } from './features/assign-care/assign-care.controller.ts';
import { AssignCare } from './features/assign-care/assign-care.handler.ts';
import { ErasePersonController } from './features/erase-person/erase-person.controller.ts';
import { ImportRecordsController } from './features/import-records/import-records.controller.ts';
import { ImportRecords } from './features/import-records/import-records.handler.ts';
import { KeepClinicController } from './features/keep-clinic/keep-clinic.controller.ts';
import { PublishShippedClinic } from './features/keep-clinic/publish-shipped.ts';
import { KeepSessionsController } from './features/keep-sessions/keep-sessions.controller.ts';
import { KeepSessions } from './features/keep-sessions/keep-sessions.handler.ts';
import { PlanAbsencesController } from './features/plan-absences/plan-absences.controller.ts';
import { PlanAbsences } from './features/plan-absences/plan-absences.handler.ts';
import { RegisterPeopleController } from './features/register-people/register-people.controller.ts';
import { RegisterPeople } from './features/register-people/register-people.handler.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'scheduling', migrations }),
    MessagingModule.forService({ name: 'scheduling' }),
  ],
  controllers: [
    AssignCareController,
    ErasePersonController,
    ImportRecordsController,
    KeepClinicController,
    KeepSessionsController,
    PlanAbsencesController,
    RegisterPeopleController,
  ],
  providers: [AssignCare, ImportRecords, KeepSessions, PlanAbsences, PublishShippedClinic, RegisterPeople],
})
export class SchedulingModule {}
