import { LocalError } from '@attune/local';

/** For a server that somebody else runs: what it says is theirs to put right, so it is one line without a stack. */
export const couldNot =
  (server: 'PostgreSQL at DATABASE_URL' | 'Kafka at KAFKA_BROKERS') =>
  (error: Error): never => {
    // A name with several addresses is refused by each: the reasons are inside, and there is no message.
    const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
    const reason = error.message || (inner instanceof Error ? inner.message : error.name);
    throw new LocalError(`${server} could not be prepared: ${reason}`);
  };
