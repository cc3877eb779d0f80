import type { LastAnswer } from '../domain/alert/alert.ts';

type Stored<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Field in keyof Value]: Stored<Value[Field]> }
    : Value;

/** As it stands in the column: instants are texts. */
export type LastAnswerRow = Stored<LastAnswer>;

const instant = (text: string | null) => (text === null ? null : new Date(text));

export function toLastAnswer({ by, at, before }: LastAnswerRow): LastAnswer {
  const { acknowledgement, acknowledgeBy, startedAt, snoozedUntil } = before;
  return {
    ...{ by, at: new Date(at) },
    before: {
      ...before,
      acknowledgement: acknowledgement && { ...acknowledgement, at: new Date(acknowledgement.at) },
      ...{ acknowledgeBy: instant(acknowledgeBy), startedAt: instant(startedAt) },
      snoozedUntil: instant(snoozedUntil),
    },
  };
}

/** JSON writes an instant as the text that is read again. */
export const toLastAnswerRow = (answer: LastAnswer): LastAnswerRow =>
  JSON.parse(JSON.stringify(answer)) as LastAnswerRow;
