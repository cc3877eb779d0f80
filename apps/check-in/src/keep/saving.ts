import { passes, saveAnswers, troubleIn, type Trouble } from '../api.ts';
import type { DraftAnswer } from '../form.ts';

const shortlyMs = 350;
/** Somebody is writing: not with every letter. */
const whileWritingMs = 1_500;
const firstRetryMs = 3_000;
const lastRetryMs = 60_000;

export interface Hands {
  /** What the server does not have yet. */
  readonly unsaved: () => readonly DraftAnswer[];
  readonly onSaved: (draft: readonly DraftAnswer[]) => void;
  /** Nothing is lost: it is kept here and tried again. */
  readonly onAway: () => void;
  /** The link is closed. */
  readonly onClosed: (trouble: Trouble) => void;
}

/** Brings answers to the server soon after they are given, one call at a time, and again until it has them. */
export class Saving {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  /** Somebody asked while it was busy. */
  private again = false;
  private retryMs = firstRetryMs;
  private stopped = false;
  /** What the server does not take, such as half a number: it is left alone until it is changed. */
  private readonly unfit = new Set<string>();

  constructor(
    private readonly token: string,
    private readonly hands: Hands,
  ) {}

  soon(ms?: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const writing = this.hands.unsaved().some(({ text }) => text !== undefined);
    this.timer = setTimeout(() => void this.now(), ms ?? (writing ? whileWritingMs : shortlyMs));
  }

  async now(): Promise<void> {
    const answers = this.hands.unsaved().filter((answer) => !this.unfit.has(markOf(answer)));
    if (this.stopped || answers.length === 0) return;
    this.again = this.busy;
    if (this.busy) return;
    this.busy = true;
    try {
      await this.save(answers);
    } finally {
      this.busy = false;
      if (this.again) this.soon();
    }
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async save(answers: readonly DraftAnswer[]): Promise<void> {
    try {
      const { draft } = await saveAnswers(this.token, answers);
      if (this.stopped) return;
      this.retryMs = firstRetryMs;
      this.hands.onSaved(draft);
      this.soon();
    } catch (error) {
      const trouble = troubleIn(error);
      if (this.stopped) return;
      if (passes(trouble)) {
        this.hands.onAway();
        this.soon(this.retryMs);
        this.retryMs = Math.min(this.retryMs * 2, lastRetryMs);
      } else if (trouble !== 'refused') this.hands.onClosed(trouble);
      else if (answers.length > 1) for (const each of answers) await this.save([each]);
      else for (const each of answers) this.unfit.add(markOf(each));
    }
  }
}

const markOf = ({ linkId, writtenAt }: DraftAnswer) => `${linkId} ${writtenAt}`;
