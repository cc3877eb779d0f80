import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  Database,
  invalid,
  notFound,
  onceFor,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { alertsNobody } from '../../domain/alerts-nobody.ts';
import { answerTimeFault } from '../../domain/answer-time.ts';
import { settles } from '../../domain/answered-elsewhere.ts';
import { checkAnswers } from '../../domain/check-answers.ts';
import type { AnsweredResponse } from '../../domain/response.ts';
import { findLanguage } from '../../store/client.store.ts';
import { importResponses } from '../../store/import-responses.store.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { lockOpenRequests, revokeRequest } from '../../store/request.store.ts';
import { revokedEvent } from '../request-events.ts';
import { requireActing } from '../require-acting.ts';
import { submittedEvents } from '../response-events.ts';
import { viewResponse, type ResponseView } from '../response-view.ts';
import type { Paper } from './paper.schema.ts';

export type Entered = ResponseView & {
  /** Something about harm was answered too long ago for an alert. */
  readonly alertedNobody: boolean;
};

@Injectable()
export class EnterPaper {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A retry is asked for access like the first time, and finds the same response. */
  enter(person: Person, key: string | null, paper: Paper): Promise<Entered> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      if ((await findLanguage(tx, paper.clientId)) === null) throw notFound('client');
      await requireActing(tx, person, paper.clientId);
      // The seal of the request is a bare hash, which short answers would not withstand: it names none.
      const { answers: _, ...request } = paper;
      const kept = await onceFor(tx, { caller: person.id, key, request: ['enter-paper', request], at }, () =>
        this.store(tx, person, paper, at),
      );
      // Not kept with the key: it says something about the answers.
      const instrument = await findInstrument(tx, paper.instrument);
      const answered = { ...kept, answers: paper.answers };
      return { ...kept, alertedNobody: instrument !== null && alertsNobody(instrument, answered) };
    });
  }

  private async store(tx: Transaction, person: Person, paper: Paper, at: Date): Promise<ResponseView> {
    const { clientId, sessionId = null } = paper;
    const instrument = await findInstrument(tx, paper.instrument);
    if (!instrument) throw notFound('instrument');
    const checked = checkAnswers(instrument, paper.answers);
    if (checked.mismatches) throw invalid(checked.mismatches, 'answers-do-not-fit');
    const time = answerTimeFault(paper.answeredAt, at);
    if (time !== undefined) throw invalid([{ pointer: '/answeredAt', detail: time }]);
    const response: AnsweredResponse = {
      responseId: newId(),
      requestId: null,
      clientId,
      sessionId,
      instrument: { url: instrument.url, version: instrument.version },
      answeredAt: new Date(paper.answeredAt).toISOString(),
      submittedAt: at.toISOString(),
      mode: 'staff',
      enteredBy: person.id,
      answers: checked.answers,
    };
    await importResponses(tx, [response]);
    append(tx, ...submittedEvents(response, instrument, at));
    for (const request of await lockOpenRequests(tx, { clientId, url: instrument.url, at })) {
      if (!settles(response, request)) continue;
      await revokeRequest(tx, request.requestId, at);
      append(tx, revokedEvent(request, at));
    }
    const subject = response.responseId;
    audit(tx, { person, action: 'enter-paper', clientIds: [clientId], subject, at });
    return viewResponse({ ...response, voided: null });
  }
}
