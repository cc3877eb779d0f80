import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  notFound,
  notPermitted,
  onceFor,
  Roles,
  type Person,
} from '@attune/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { mayAnswer } from '../../domain/alert/permitted-actions.ts';
import { findSeenAlert } from '../../store/list-alerts.store.ts';
import { saveNote } from '../../store/note.store.ts';
import { alertSchema, viewAlert, type AlertView } from '../alert-view.ts';

const body = z.object({ text: z.string().trim().min(1).max(4000) });

@Controller('api/alerting/alerts')
export class NoteAlertController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Writes down what was done about it',
    description: 'Notes stay with those who treat or supervise the client.',
  })
  @Post(':alertId/notes')
  @HttpCode(200)
  @Roles('therapist', 'supervisor', 'clinic-lead')
  @ApiOkResponse({ standardSchema: alertSchema })
  write(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: z.uuid() }) alertId: string,
    @Body({ schema: body }) { text }: z.infer<typeof body>,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    const at = this.clock.now();
    const viewer = { id: person.id, now: at };
    return this.database.asPerson(person, async (tx) => {
      const seen = await findSeenAlert(tx, viewer, alertId);
      if (!seen) throw notFound('alert');
      const { alert, treats } = seen;
      if (!mayAnswer(alert, { id: person.id, roles: person.roles, treats }))
        throw notPermitted('Notes are written by whoever answers the alert.');
      const request = ['note-alert', alertId, text];
      await onceFor(tx, { caller: person.id, key, request, at }, () => {
        saveNote(tx, alert, { noteId: newId(), writtenBy: person.id, writtenAt: at, text });
        audit(tx, { person, action: 'note-alert', clientIds: [alert.clientId], subject: alertId, at });
        return Promise.resolve(null);
      });
      const after = await findSeenAlert(tx, viewer, alertId);
      if (!after) throw notFound('alert');
      return viewAlert(after, person);
    });
  }
}
