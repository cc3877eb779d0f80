import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Composed } from '../domain/compose-message.ts';
import { MAIL_CONFIG, type MailConfig } from '../mail.config.ts';
import { SendingFailed } from './sending-failed.ts';

export interface Mail extends Composed {
  readonly to: string;
  /** The `Message-ID`, the same for every attempt. */
  readonly id: string;
  /** Where one click stops such mails (RFC 8058); null for mails to staff. */
  readonly unsubscribe: string | null;
}

const limitMs = 20_000;
/** So long a mail that is on its way may take when the service ends. */
const endingMs = 5_000;
/** However slowly a mail server answers: a message is given up on before somebody else would take it up. */
const wholeLimitMs = 90_000;

/** Hands mails to the provider's mail server. */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private readonly ending = new AbortController();

  constructor(@Inject(MAIL_CONFIG) private readonly config: MailConfig) {
    const limits = { connectionTimeout: limitMs, greetingTimeout: limitMs, socketTimeout: limitMs };
    this.transport = createTransport({
      url: config.SMTP_URL,
      ...limits,
      pool: true,
      // As many as are sent at a time: none waits in a queue while its lease runs.
      maxConnections: 4,
      // By itself the pool would send again what a connection took and did not answer; that is ours to decide.
      maxRequeues: 0,
    } as object);
  }

  /** The domain of the sender's address, which message ids are made with. */
  get domain(): string {
    return /@([A-Za-z0-9.-]+)/.exec(this.config.MAIL_FROM)?.[1] ?? 'attune.example';
  }

  /** @throws SendingFailed without a word of the mail or its address */
  async send({ to, id, subject, text, html, unsubscribe }: Mail): Promise<void> {
    const headers = {
      // Machines do not answer machines.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== null && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    };
    try {
      await this.transport.sendMail({
        ...{ from: this.config.MAIL_FROM, to, subject, text, html, headers, messageId: id },
        signal: AbortSignal.any([AbortSignal.timeout(wholeLimitMs), this.ending.signal]),
      });
    } catch (error) {
      const permanent = isRefusal(error as SmtpError);
      throw new SendingFailed(permanent ? 'refused-by-mail-server' : 'mail-server-unavailable', permanent);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
    setTimeout(() => {
      this.ending.abort();
    }, endingMs).unref();
  }
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/**
 * Whether this message or its address was refused for good. A server that does not let us in (a wrong password, no
 * service) answers with 5xx as well: that is no word about the message, and may be put right.
 */
function isRefusal({ code, responseCode }: SmtpError): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500);
}
