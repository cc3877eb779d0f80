import {
  instrumentPublished,
  ruleSetActivated,
  ruleSetPublished,
  type EventToAppend,
} from '@attune/contracts';

/** A scale of an instrument, for tests. */
export interface ScaleOfTest {
  readonly url: string;
  readonly scale: string;
  readonly min: number;
  readonly max: number;
}

/** The scale that `totalOf` tells scores of. */
export const totalScale: ScaleOfTest = {
  ...{ url: 'https://attune.example/instruments/attune-alliance-check-in', scale: 'total', min: 12, max: 60 },
};

const time = () => new Date();

/** What questionnaires says about a version of an instrument with one scale. */
export function instrumentOf({ url, scale, min, max }: ScaleOfTest, version = '1.0.0'): EventToAppend {
  const { scales, ...example } = instrumentPublished.example;
  const data = { ...example, url, version, scales: scales.map((one) => ({ ...one, code: scale, min, max })) };
  return instrumentPublished.event({ key: url, subject: `${url}|${version}`, time: time(), data });
}

/** What alerting says about rules that watch these scales for the alliance. */
export function rulesOf(name: string, scales: readonly ScaleOfTest[]) {
  const [rule] = ruleSetPublished.example.rules;
  if (!rule) throw new Error('the example has no rule');
  const rules = scales.map(({ url, scale }, index) => ({
    ...{ ...rule, code: `rule-${index}`, instrument: url, scale },
  }));
  const envelope = () => ({ key: name, subject: name, time: time() });
  const data = { name, version: 1, title: name, rules, publishedAt: time().toISOString() };
  return {
    published: ruleSetPublished.event({ ...envelope(), data }) as EventToAppend,
    activated: (): EventToAppend =>
      ruleSetActivated.event({
        ...envelope(),
        data: { name, version: 1, activatedAt: time().toISOString() },
      }),
  };
}
