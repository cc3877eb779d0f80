import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  Database,
  invalid,
  notFound,
  onceFor,
  SERVICE_CONFIG,
  type Person,
  type ServiceConfig,
  type Transaction,
} from '@attune/platform';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { expiryOf, mostDays, unheard, type Request } from '../../domain/request.ts';
import { findLanguage, keepFromErasure } from '../../store/client.store.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { insertLink } from '../../store/link.store.ts';
import { insertRequest } from '../../store/request.store.ts';
import { hashOf, newToken } from '../link-token.ts';
import { issuedEvent } from '../request-events.ts';
import { requireActing } from '../require-acting.ts';

export interface Wish {
  readonly clientId: string;
  readonly instrument: { readonly url: string; readonly version?: string | undefined };
  readonly sessionId?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly delivery?: Request['delivery'] | undefined;
}
type Issued = Pick<Request, 'requestId' | 'expiresAt'>;

@Injectable()
export class IssueRequest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'PUBLIC_URL'>,
  ) {}

  /**
   * A retry finds the same request. Its link is a new one that opens the same: tokens are not kept to be shown twice.
   * So a retry asks for access like the first time.
   */
  issue(person: Person, key: string | null, wish: Wish): Promise<Issued & { link: string | null }> {
    const at = this.clock.now();
    const request = ['issue-request', wish];
    return this.database.asPerson(person, async (tx) => {
      keepFromErasure(tx, wish.clientId);
      if ((await findLanguage(tx, wish.clientId)) === null) throw notFound('client');
      await requireActing(tx, person, wish.clientId);
      const issued = await onceFor(tx, { caller: person.id, key, request, at }, () =>
        this.store(tx, person, wish, at),
      );
      if (wish.delivery === 'message') return { ...issued, link: null };
      const token = newToken();
      await insertLink(tx, issued.requestId, hashOf(token), at);
      return { ...issued, link: `${this.config.PUBLIC_URL}/check-in/#${token}` };
    });
  }

  private async store(tx: Transaction, person: Person, wish: Wish, now: Date): Promise<Issued> {
    const { clientId, sessionId = null, delivery = 'by-hand' } = wish;
    const instrument = await findInstrument(tx, wish.instrument);
    if (!instrument) throw notFound('instrument');
    const expires = expiryOf(wish.expiresAt, now);
    if (!expires) {
      const detail = `Name an instant from now on, at most ${mostDays} days ahead.`;
      throw invalid([{ pointer: '/expiresAt', detail }]);
    }
    const request: Request = {
      requestId: newId(),
      clientId,
      instrument: { url: instrument.url, version: instrument.version },
      sessionId,
      issuedAt: now.toISOString(),
      expiresAt: expires.toISOString(),
      revokedAt: null,
      answeredAt: null,
      responseId: null,
      policy: null,
      delivery,
      ...unheard,
    };
    const { requestId, expiresAt } = request;
    await insertRequest(tx, request, person.id);
    append(tx, issuedEvent(request));
    audit(tx, { person, action: 'issue-request', clientIds: [clientId], subject: requestId, at: now });
    return { requestId, expiresAt };
  }
}
