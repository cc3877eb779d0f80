/** One condition on the answer to another item. `exists` asks whether there is one. */
export interface Condition {
  readonly linkId: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  readonly answer: boolean | number | string;
}

/** Conditions that hold together: all of them, or any. An item inherits those of the groups it is in. */
export interface Gate {
  readonly any: boolean;
  readonly conditions: readonly Condition[];
}

export interface Gated {
  readonly linkId: string;
  readonly enabled?: readonly Gate[] | undefined;
}

/** An answer as it is compared: a number or the value of an option, several of them, or a text. */
export interface GivenAnswer {
  readonly value?: number | null | undefined;
  readonly values?: readonly number[] | undefined;
  readonly text?: string | undefined;
}

/**
 * The items that are asked, given the answers so far (FHIR R4 `enableWhen`). The answer to an item that is itself not
 * asked counts as none, however long the chain; in a circle everything counts as unanswered.
 */
export function enabledItems(
  items: readonly Gated[],
  answerTo: (linkId: string) => GivenAnswer | undefined,
): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.linkId, item]));
  const known = new Map<string, boolean>();
  const isEnabled = (linkId: string): boolean => {
    const before = known.get(linkId);
    if (before !== undefined) return before;
    // Until it is decided it is not asked: that ends a circle.
    known.set(linkId, false);
    const gates = byId.get(linkId)?.enabled ?? [];
    const decided = gates.every(({ any, conditions }) => conditions[any ? 'some' : 'every'](holds));
    known.set(linkId, decided);
    return decided;
  };
  const holds = ({ linkId, operator, answer }: Condition): boolean => {
    const given = isEnabled(linkId) ? answersIn(answerTo(linkId)) : [];
    if (operator === 'exists') return given.length > 0 === answer;
    // R4: true where no answer is equal, and so where there is none.
    if (operator === '!=') return !given.some((each) => compare(each, '=', answer));
    return given.some((each) => compare(each, operator, answer));
  };
  return new Set(items.flatMap(({ linkId }) => (isEnabled(linkId) ? linkId : [])));
}

function answersIn(given: GivenAnswer | undefined): (number | string)[] {
  if (!given) return [];
  const { value, values = [], text } = given;
  return [
    ...(typeof value === 'number' ? [value] : []),
    ...values,
    ...(text === undefined || text === '' ? [] : [text]),
  ];
}

function compare(
  given: number | string,
  operator: Exclude<Condition['operator'], 'exists' | '!='>,
  answer: Condition['answer'],
): boolean {
  const [one, other] = comparable(given, answer);
  if (operator === '=') return one === other;
  if (typeof one !== typeof other || typeof other === 'boolean') return false;
  if (operator === '>') return one > other;
  if (operator === '<') return one < other;
  return operator === '>=' ? one >= other : one <= other;
}

const instant = /^\d{4}-\d\d-\d\dT/;

/** Instants are compared as instants, whatever zone they are told in; everything else as it stands. */
function comparable(
  given: number | string,
  answer: Condition['answer'],
): [number | string, Condition['answer']] {
  const bothInstants =
    typeof given === 'string' && typeof answer === 'string' && instant.test(given) && instant.test(answer);
  return bothInstants ? [Date.parse(given), Date.parse(answer)] : [given, answer];
}
