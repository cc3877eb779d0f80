import type { Cell } from '../../domain/csv.ts';
import type { ClientView } from '../client-view.ts';

export const columns = [
  ...['client id', 'name', 'therapist', 'in care since', 'weeks in care', 'care ended', 'last session'],
  ...[
    'next session',
    'sessions ahead',
    'last contact',
    'alliance',
    'change',
    'answered',
    'open alerts',
    'highest alert',
  ],
  ...['requests due', 'requests answered', 'unanswered in a row', 'missed in a row', 'missed in 90 days'],
  ...['signs of attrition (an order, no probability)', 'why', 'waiting for data', 'as of'],
];

export function exportRow(client: ClientView, asOf: string | null): Cell[] {
  const { lastScore: score, openAlerts, requests, missed, attrition } = client;
  return [
    ...[client.clientId, client.name, client.therapist?.name ?? null, client.careSince, client.weeksInCare],
    ...[client.careEndedAt, client.lastSession, client.nextSession, client.sessionsAhead, client.lastContact],
    ...[score?.value ?? null, score?.change ?? null, score?.answeredAt ?? null],
    ...[openAlerts.count, openAlerts.highest, requests.due, requests.answered, requests.silent],
    ...[missed.inARow, missed.last90Days, attrition.order],
    ...[attrition.factors.map(({ reason }) => reason).join('; '), client.behind ? 'yes' : null, asOf],
  ];
}
