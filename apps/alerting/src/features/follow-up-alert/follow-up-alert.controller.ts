import {
  conflict,
  CurrentPerson,
  IdempotencyKey,
  IfMatch,
  invalid,
  type Person,
  instantSchema,
} from '@attune/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { reopen, snooze, start, whyNotSnooze, type SnoozeLimits } from '../../domain/alert/follow-up.ts';
import { undoAnswer } from '../../domain/alert/undo-answer.ts';
import { hasUnresolved } from '../../store/alert.store.ts';
import { AlertSettings } from '../alert-settings.ts';
import type { AlertView } from '../alert-view.ts';
import { ChangeAlert } from '../change-alert.handler.ts';
import { ChangesAlert } from '../changes-alert.ts';
import { routeNow } from '../route-now.ts';

const alertId = z.uuid();
const nap = z.object({ until: instantSchema.describe('When it is to wait again') });

@Controller('api/alerting/alerts')
export class FollowUpAlertController {
  constructor(
    private readonly changeAlert: ChangeAlert,
    private readonly settings: AlertSettings,
  ) {}

  @ApiOperation({ summary: 'Says that somebody works on it now' })
  @Post(':alertId/start')
  @ChangesAlert()
  start(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'start', seenVersion, key },
      ({ alert }, now) => start(alert, person.id, now),
    );
  }

  @ApiOperation({ summary: 'Puts it off for some days; a matter of safety never' })
  @Post(':alertId/snooze')
  @ChangesAlert()
  snooze(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @Body({ schema: nap }) { until }: z.infer<typeof nap>,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'snooze', seenVersion, key, sent: { until } },
      async ({ alert }, now, tx) => {
        const limits = (await this.settings.read(tx)).policy.snooze;
        const refusal = whyNotSnooze(alert, new Date(until), limits, now);
        if (refusal !== null) throw refusals[refusal](limits);
        return snooze(alert, person.id, new Date(until), now);
      },
    );
  }

  @ApiOperation({
    summary: 'Takes back that one has acknowledged it, started on it or put it off: it stands as before',
  })
  @Post(':alertId/undo')
  @ChangesAlert()
  undo(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'undo', seenVersion, key },
      ({ alert }, now) => undoAnswer(alert, person.id, now),
    );
  }

  @ApiOperation({ summary: 'Opens again what was closed' })
  @Post(':alertId/reopen')
  @ChangesAlert()
  reopen(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'reopen', seenVersion, key },
      async ({ alert }, now, tx) => {
        if (await hasUnresolved(tx, alert.clientId, alert.concern)) {
          const detail = 'A newer alert about the same concern is open: answer that one.';
          throw conflict('newer-alert-open', detail);
        }
        return reopen(alert, person.id, await routeNow(tx, alert, now), now);
      },
    );
  }
}

const atUntil = (detail: string) => invalid([{ pointer: '/until', detail }]);
const refusals = {
  safety: () => conflict('safety-never-waits', 'An alert about safety cannot be put off.'),
  'too-often': ({ times }: SnoozeLimits) =>
    conflict('snoozed-too-often', `This alert has been put off ${times} times: answer it now.`),
  'not-ahead': () => atUntil('Name an instant that is still to come.'),
  'too-far': ({ days }: SnoozeLimits) => atUntil(`Name an instant at most ${days} days ahead.`),
} as const;
