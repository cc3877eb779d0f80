import { audit, Clock, Database, notFound, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { Freshness } from '../../freshness.ts';
import { findClient } from '../../store/list-clients.store.ts';
import {
  readCourse,
  readSessions,
  type CourseSeries,
  type SessionRow,
} from '../../store/read-course.store.ts';
import { viewClient } from '../client-view.ts';
import type { CourseView } from './course-view.ts';

const sessionsShown = 100;

@Injectable()
export class ViewCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  ofClient(person: Person, clientId: string): Promise<CourseView> {
    return this.database.asPerson(person, async (tx) => {
      const now = this.clock.now();
      const client = await findClient(tx, clientId, now);
      if (!client) throw notFound('client');
      const series = await readCourse(tx, clientId);
      const sessions = await readSessions(tx, clientId, sessionsShown);
      audit(tx, { person, action: 'view-course', clientIds: [clientId], subject: clientId, at: now });
      return {
        ...viewClient(client, now),
        series: series.map(viewSeries),
        sessions: sessions.map(viewSession),
        ...this.freshness.view(),
      };
    });
  }
}

const viewSeries = (series: CourseSeries): CourseView['series'][number] => ({
  ...series,
  bands: [...series.bands],
  points: [...series.points],
});

const viewSession = ({ startsAt, endsAt, ...session }: SessionRow): CourseView['sessions'][number] => ({
  ...session,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
