import { allianceInstrument } from '../../src/platform/clients.ts';
import { Refused, type Door } from './door.ts';

/** A response that the platform has acknowledged. */
export interface Submission {
  readonly clientId: string;
  readonly responseId: string;
  readonly submittedAt: string;
  /** The alliance total of its answers. */
  readonly total: number;
  voided: boolean;
}

const linkIds = ['goals', 'tasks', 'bond'].flatMap((part) => [1, 2, 3, 4].map((item) => `${part}-${item}`));
/** All twelve items take the same answer; what comes out is below the cut-off of 30 for 1 and 2. */
export const answersPerResponse = linkIds.length;

/** One client, who sends one response after the other and remembers in which order they were accepted. */
export class Patient {
  readonly submissions: Submission[] = [];

  constructor(
    readonly clientId: string,
    private readonly door: Door,
    private readonly operations: string,
  ) {}

  /** @param value from 1 to 5, for every item */
  async submit(value: number): Promise<Submission> {
    const { clientId, door, operations: token } = this;
    const body = { clientId, instrument: { url: allianceInstrument } };
    const { link } = await door.post<{ link: string }>('/api/questionnaires/requests', { token, body });
    const { responseId, submittedAt } = await door.post<{ responseId: string; submittedAt: string }>(
      '/api/questionnaires/check-in/responses',
      {
        link: link.split('#')[1] ?? '',
        body: { answers: linkIds.map((linkId) => ({ linkId, value })) },
      },
    );
    const submission = {
      ...{ clientId, responseId, submittedAt },
      total: value * answersPerResponse,
      voided: false,
    };
    this.submissions.push(submission);
    return submission;
  }

  /** Sends a low response and has it voided: what it has led to must be taken back, once and for good. */
  async takeBack(): Promise<void> {
    const submission = await this.submit(1);
    submission.voided = true;
    const path = `/api/questionnaires/responses/${submission.responseId}/void`;
    try {
      await this.door.post(path, { token: this.operations, body: { reason: 'Chaos run' } });
    } catch (error) {
      // Voided by an attempt whose answer was lost.
      if (!(error instanceof Refused && error.status === 409)) throw error;
    }
  }
}
