import { audit, Clock, Database, notFound, requireClient, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import {
  findSeenAlert,
  listAlerts,
  seesAlertOf,
  type AlertFilter,
  type Place,
} from '../../store/list-alerts.store.ts';
import { viewAlert, type AlertView } from '../alert-view.ts';

@Injectable()
export class ViewAlerts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, and one alert more when there is a next page. */
  page(person: Person, filter: AlertFilter, after: Place | null, limit: number): Promise<AlertView[]> {
    return this.database.asPerson(person, async (tx) => {
      const at = this.clock.now();
      const seen = await listAlerts(tx, { id: person.id, now: at }, filter, after, limit + 1);
      const { clientId } = filter;
      if (seen.length === 0 && clientId !== null && !(await seesAlertOf(tx, clientId))) {
        await requireClient(tx, clientId);
      }
      const clientIds = [...new Set(seen.slice(0, limit).map(({ alert }) => alert.clientId))];
      audit(tx, { person, action: 'view-alerts', clientIds, subject: null, at });
      return seen.map((one) => viewAlert(one, person));
    });
  }

  one(person: Person, alertId: string): Promise<AlertView> {
    return this.database.asPerson(person, async (tx) => {
      const at = this.clock.now();
      const seen = await findSeenAlert(tx, { id: person.id, now: at }, alertId);
      if (!seen) throw notFound('alert');
      audit(tx, {
        person,
        action: 'view-alert',
        clientIds: [seen.alert.clientId],
        subject: alertId,
        at,
      });
      return viewAlert(seen, person);
    });
  }
}
