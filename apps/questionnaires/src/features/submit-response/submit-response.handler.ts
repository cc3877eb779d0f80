import { append } from '@attune/messaging';
import { audit, Clock, Database, invalid, Problem, tracer, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { Span } from '@opentelemetry/api';
import { v7 as newId } from 'uuid';
import { answeredInTime } from '../../domain/answer-in-time.ts';
import { settles, type AnsweredElsewhere } from '../../domain/answered-elsewhere.ts';
import type { Answer } from '../../domain/answer.ts';
import { checkAnswers } from '../../domain/check-answers.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { statusOf } from '../../domain/request.ts';
import { resultOf, type ScaleResult } from '../../domain/result-for-client.ts';
import { readSetting } from '../../store/form-setting.store.ts';
import { lockBesideLink, openLink, revokeBesideLink, type OpenedRequest } from '../../store/link.store.ts';
import { submitResponse } from '../../store/submit-response.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { hashOf, seal } from '../link-token.ts';
import { linkRefused } from '../open-request.ts';
import { revokedEvent } from '../request-events.ts';
import { submittedEvents } from '../response-events.ts';
import { CommitDelay } from './commit-delay.ts';

export interface Submitted {
  readonly responseId: string;
  readonly submittedAt: string;
  /** Null where the provider does not show it to the client. */
  readonly result: readonly ScaleResult[] | null;
}

interface Given {
  readonly token: string;
  readonly key: string | null;
  readonly answers: readonly Answer[];
  /** When they were sent, by the clock of the device. */
  readonly answeredAt?: string | undefined;
}

@Injectable()
export class SubmitResponse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
    private readonly delay: CommitDelay,
  ) {}

  submit(given: Given): Promise<Submitted> {
    return tracer().startActiveSpan('submit response', async (span) => {
      try {
        const submitted = await this.database.asLink((tx) => this.answer(tx, given, span));
        this.delay.record();
        return submitted;
      } finally {
        span.end();
      }
    });
  }

  private async answer(tx: Transaction, given: Given, span: Span): Promise<Submitted> {
    const now = this.clock.now();
    const tokenHash = hashOf(given.token);
    const request = await openLink(tx, tokenHash);
    if (!request) throw await linkRefused(tx, 'unknown');
    const at = answeredInTime(request, given.answeredAt, now);
    if (at === null) return this.settled(tx, request, given, now);
    const instrument = await this.instruments.get(tx, request.instrument);
    const checked = checkAnswers(instrument, given.answers);
    if (checked.mismatches) throw invalid(checked.mismatches, 'answers-do-not-fit');
    const { requestId, clientId, sessionId } = request;
    const [responseId, answeredAt] = [newId(), at.toISOString()];
    const response = {
      responseId,
      requestId,
      clientId,
      sessionId,
      instrument: request.instrument,
      answeredAt,
      submittedAt: now.toISOString(),
      mode: 'link' as const,
      answers: checked.answers,
    };
    span.setAttribute('attune.response_id', responseId);
    const [stored, result] = await Promise.all([
      submitResponse(tx, { response, ...marks(given) }),
      resultFor(tx, instrument, checked.answers),
    ]);
    if (!stored) {
      // Somebody was faster, and by now has committed.
      return this.settled(tx, (await openLink(tx, tokenHash)) ?? request, given, now);
    }
    append(tx, ...submittedEvents(response, instrument, now));
    if (request.delivery === 'by-hand') await settleBeside(tx, response, now);
    audit(tx, {
      person: null,
      action: 'submit-response',
      clientIds: [clientId],
      subject: responseId,
      at: now,
    });
    return { responseId, submittedAt: answeredAt, result };
  }

  /** A retry of the submission that answered gets its answer again; everybody else hears why the link is closed. */
  private async settled(
    tx: Transaction,
    request: OpenedRequest,
    given: Given,
    now: Date,
  ): Promise<Submitted> {
    const { responseId, answeredAt, submissionKey, submissionSeal } = request;
    const mark = marks(given);
    if (responseId !== null && answeredAt !== null && mark.key && submissionKey?.equals(mark.key)) {
      if (submissionSeal?.equals(mark.seal)) {
        const instrument = await this.instruments.get(tx, request.instrument);
        const { answers = [] } = { answers: undefined, ...checkAnswers(instrument, given.answers) };
        return { responseId, submittedAt: answeredAt, result: await resultFor(tx, instrument, answers) };
      }
      throw new Problem(
        422,
        'idempotency-key-reused',
        'This Idempotency-Key belongs to another request: use a new one.',
      );
    }
    const status = statusOf(request, now);
    if (status === 'open') throw new Error('an open request was not answered');
    throw await linkRefused(tx, status);
  }
}

/** Somebody who was asked by mail as well, and answers here and now, is not reminded of it. */
async function settleBeside(tx: Transaction, answered: AnsweredElsewhere, now: Date): Promise<void> {
  const settled = (await lockBesideLink(tx, now)).filter((each) => settles(answered, each));
  if (settled.length === 0) return;
  revokeBesideLink(
    tx,
    settled.map(({ requestId }) => requestId),
    now,
  );
  append(tx, ...settled.map((each) => revokedEvent(each, now)));
}

/** The result that the client may see, if the provider shows it. */
async function resultFor(tx: Transaction, instrument: Instrument, answers: readonly Answer[]) {
  const { value } = await readSetting<string[]>(tx, 'shown-results');
  return value?.includes(instrument.url) ? resultOf(instrument, answers) : null;
}

const marks = ({ token, key, answers }: Given) => ({
  key: key === null ? null : seal(token, key),
  seal: seal(token, answers),
});
