// The one file that knows fhirpath. It runs in a thread of its own, which is ended from outside when it takes too long.
import { parentPort } from 'node:worker_threads';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { Answered, Task } from './expression-sandbox.ts';

// weight() would ask a terminology server for codes that it does not know.
Object.assign(globalThis, { fetch: undefined, XMLHttpRequest: undefined, WebSocket: undefined });

const mostNodes = 2_000;
const functions = new Set(
  `where select all exists empty not count sum min max avg aggregate iif first last tail skip take single distinct
   isDistinct repeat children descendants ofType as is union combine intersect exclude subsetOf supersetOf anyTrue allTrue
   anyFalse allFalse toInteger toDecimal toString toBoolean toQuantity convertsToInteger convertsToDecimal
   convertsToString convertsToBoolean convertsToQuantity abs ceiling floor round sqrt power ln log exp truncate
   weight ordinal extension hasValue getValue startsWith endsWith contains length substring indexOf lower upper trim
   replace split join`.split(/\s+/),
);
const constants = new Set(['resource', 'rootResource', 'context', 'questionnaire', 'loinc', 'sct', 'ucum']);

interface Tree {
  readonly type?: string;
  readonly text?: string;
  readonly children?: readonly Tree[];
}

class Refused extends Error {}

/** @throws Refused for what is too long, cannot be read, or uses a function that is not on the list */
function vet(expression: string, variables: ReadonlySet<string>): number {
  let tree: Tree;
  try {
    tree = fhirpath.parse(expression) as Tree;
  } catch {
    throw new Refused('The expression is not valid FHIRPath.');
  }
  let nodes = 0;
  const open = [tree];
  for (let next = open.pop(); next; next = open.pop()) {
    nodes += 1;
    const name = next.children?.[0]?.text ?? '';
    if (next.type === 'Functn' && !functions.has(name)) {
      throw new Refused(`The function ${name.slice(0, 40)}() is not supported in scores.`);
    }
    if (next.type === 'ExternalConstant') {
      const constant = name.replaceAll(/[`']/g, '');
      if (!constants.has(constant) && !variables.has(constant)) {
        throw new Refused(`Nothing is known here as %${constant.slice(0, 40)}.`);
      }
    }
    open.push(...(next.children ?? []));
  }
  return nodes;
}

/** SDC's answers() by its own definition, which fhirpath does not know. */
const spelledOut = (expression: string) =>
  expression.replaceAll(/\banswers\(\)/g, 'descendants().where(linkId.exists()).answer');

async function run({ expression, questionnaire, responses }: Task): Promise<(number | null)[]> {
  const text = spelledOut(expression.text);
  const variables = expression.variables.map((each) => ({ ...each, text: spelledOut(each.text) }));
  const known = new Set<string>();
  let nodes = 0;
  for (const variable of variables) {
    nodes += vet(variable.text, known);
    known.add(variable.name);
  }
  nodes += vet(text, known);
  if (nodes > mostNodes) throw new Refused(`The expression has more than ${mostNodes} parts.`);
  const options = { async: 'always' } as const;
  const results: (number | null)[] = [];
  for (const response of responses) {
    const environment: Record<string, unknown> = { resource: response, questionnaire };
    for (const { name, text: own } of variables) {
      environment[name] = await fhirpath.evaluate(response, own, environment, r4, options);
    }
    results.push(numberIn(await fhirpath.evaluate(response, text, environment, r4, options)));
  }
  return results;
}

/** The one number that came out, or null where there is none. */
function numberIn(result: unknown): number | null {
  if (!Array.isArray(result) || result.length === 0) return null;
  if (result.length > 1) throw new Refused('The expression gives more than one value.');
  const [only] = result as [unknown];
  const { value = only } = only as { value?: unknown };
  const number = typeof value === 'object' ? Number(String(value)) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new Refused('The expression does not give a number.');
}

parentPort?.on('message', (task: Task) => {
  run(task).then(
    (results) => answer({ results }),
    // What fhirpath says may quote an answer.
    (error: unknown) => {
      answer({ refused: error instanceof Refused ? error.message : 'The expression cannot be computed.' });
    },
  );
});
const answer = (answered: Answered) => parentPort?.postMessage(answered);
parentPort?.postMessage('ready');
