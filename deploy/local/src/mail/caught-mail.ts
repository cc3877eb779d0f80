/** A mail as it arrived; nothing leaves this machine. */
export interface CaughtMail {
  readonly id: number;
  readonly messageId: string | null;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
}
