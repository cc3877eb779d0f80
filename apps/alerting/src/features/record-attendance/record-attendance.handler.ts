import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { reviewAttendance } from '../../domain/attendance/attendance.ts';
import { deriveRoute } from '../../domain/alert/derive-route.ts';
import { recordAttendance, standingAttendance } from '../../domain/attendance/record-attendance.ts';
import { readAttendance, readAttendanceAlerts } from '../../store/attendance.store.ts';
import { lockClient, readRoutingState } from '../../store/client-state.store.ts';
import { AlertSettings } from '../alert-settings.ts';
import { ConcludeAlerts } from '../conclude-alerts.ts';

@Injectable()
export class RecordAttendance {
  constructor(
    private readonly clock: Clock,
    private readonly settings: AlertSettings,
    private readonly concludeAlerts: ConcludeAlerts,
  ) {}

  /** Takes in what happened and looks at the client's record again. */
  async changed(tx: Transaction, clientId: string, keep: () => void): Promise<void> {
    lockClient(tx, clientId);
    keep();
    const records = await readAttendance(tx, clientId);
    const alerts = await readAttendanceAlerts(tx, clientId);
    if (alerts.length === 0 && !records.some(({ absent }) => absent)) return;
    const now = this.clock.now();
    const { policy } = await this.settings.read(tx);
    const review = reviewAttendance(records, standingAttendance(alerts), policy, now);
    if (review.found.length === 0 && review.refuted.length === 0) return;
    const route = deriveRoute((await readRoutingState(tx, clientId)).relationships, now);
    const facts = recordAttendance({ clientId, alerts, route }, review, now, newId);
    await this.concludeAlerts.conclude(tx, facts, alerts);
  }
}
