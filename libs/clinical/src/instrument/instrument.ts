/** One question of an instrument, with the range of its answers. */
export interface Item {
  readonly linkId: string;
  readonly min: number;
  readonly max: number;
  /** True when a high answer means the opposite of a high score. */
  readonly reversed: boolean;
  /** An answer of at least this much is a risk to the client's safety, whatever any total says. */
  readonly risk?: { readonly atLeast: number } | undefined;
  /** What it is in its FHIR Questionnaire, where an expression scores it. */
  readonly form?: ItemForm | undefined;
}

/** An item's place and type in a FHIR Questionnaire, without its words. */
export interface ItemForm {
  readonly linkId: string;
  readonly type: string;
  /** The linkIds of the groups around it, the outermost first. */
  readonly within: readonly string[];
  /** The answers to choose from. `value` is what identifies the answer here. */
  readonly options?: readonly FormOption[] | undefined;
}

export interface FormOption {
  readonly value: number;
  readonly weight?: number | undefined;
  /** `display` and `string` are known by their words, which no expression gets to see. */
  readonly type: 'coding' | 'display' | 'string' | 'integer' | 'date' | 'time' | 'boolean';
  readonly code: string;
  readonly system?: string | undefined;
}

/** A FHIRPath expression with the variables that it uses, in the order in which they are computed. */
export interface ScoreExpression {
  readonly text: string;
  readonly variables: readonly { readonly name: string; readonly text: string }[];
}

/** What happens when a respondent leaves items of a scale unanswered. */
export interface MissingItemRule {
  /** `none`: every item must be answered. `at-most`: up to `count` may be missing. */
  readonly rule: 'none' | 'at-most';
  readonly count?: number | undefined;
  /** True when a sum may be extrapolated from the answered items: their mean times the number of items. */
  readonly prorate: boolean;
}

/** A named range of a scale; `from` and `to` belong to it. */
export interface Band {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

export interface Scale {
  readonly code: string;
  /** The linkIds of the items it is made of. */
  readonly items: readonly string[];
  readonly method: 'sum' | 'mean';
  /** What the sum or mean is multiplied by: CORE-10 reports ten times the mean, WHO-5 four times the sum. */
  readonly multiplier?: number | undefined;
  readonly missing: MissingItemRule;
  /** The range of the score, after multiplication. */
  readonly min: number;
  readonly max: number;
  readonly bands: readonly Band[];
  readonly higherIsBetter: boolean;
  /** Scored by this instead of `method`. Every item must be answered: an expression does not see what is missing. */
  readonly expression?: ScoreExpression | undefined;
}

/** As much of an instrument as scoring has to know: its key, not its wording. */
export interface Instrument {
  readonly url: string;
  readonly version: string;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
}
