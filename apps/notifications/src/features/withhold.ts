import { append } from '@attune/messaging';
import { logger, type Transaction } from '@attune/platform';
import { after, type Message } from '../domain/message.ts';
import { updateMessage } from '../store/message.store.ts';
import { withheldEvent } from './message-events.ts';

/** Nothing is sent, and it is said why. */
export function withhold(tx: Transaction, message: Message, reason: string, at: Date): void {
  updateMessage(tx, after(message, 'withhold'), { settledAt: at, reason });
  append(tx, withheldEvent(message, reason, at));
  const { messageId, purpose } = message;
  tx.afterCommit(() => {
    logger.info({ messageId, purpose, reason }, 'a message was withheld');
  });
}
