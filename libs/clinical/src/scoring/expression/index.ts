// Apart from the rest of the library: it needs fhirpath and a thread, and browsers have neither.
export { ExpressionRefused, ExpressionTooSlow, TimeBudget } from './expression-sandbox.ts';
export { rangeOfExpression, strangersOf, scoreEvery } from './score-by-expression.ts';
