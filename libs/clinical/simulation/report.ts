import { assumptions, measurementError } from './courses.ts';
import type { Interval, Measured } from './measure.ts';
import type { Compared, Simulated } from './simulate.ts';

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const number = (value: number) => value.toFixed(1);
const interval = ([low, high]: Interval, say: (value: number) => string) => `${say(low)}–${say(high)}`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const measuredCells = (measured: Measured | null) =>
  measured
    ? [
        `${number(measured.falsePer100)} (${interval(measured.falseInterval, number)})`,
        `${percent(measured.sensitivity)} (${interval(measured.sensitivityInterval, percent)})`,
        String(measured.delay),
      ]
    : ['–', '–', '–'];
const comparedRow = ({ family, published, atFive }: Compared) =>
  row([
    family.name,
    ...measuredCells(published),
    atFive === null ? 'not reached' : percent(atFive),
    family.source,
  ]);

/** The guide that goes with the rules: how they were chosen and what they cost. */
export function report({ tuning, courses, compared, points, curve }: Simulated, shippedAt: number): string {
  const shipped = points.find(({ sds }) => sds === shippedAt);
  const atFive = curve.filter(({ falsePer100 }) => falsePer100 <= 5).at(-1)?.sensitivity ?? 0;
  return `# Rupture rules: how the default set was chosen

Written by \`npm run simulate\`: change the program, not this page.

## What is in force

Two rules look at the total of the Attune check-in (12 to 60):

- **Below the cut-off** (high): the total is below ${assumptions.weakBelow}, from the first response on.
- **Below what is expected** (medium): the total is more than ${shippedAt} standard deviations below what this client's own course leads one to expect. The first response is held against all clients, later ones more and more against the client's own; one bad session does not become the new normal.

As shipped, in the simulation, they find ${percent(shipped?.sensitivity ?? 0)} of the episodes and raise ${number(shipped?.falsePer100 ?? 0)} false alerts in 100 sessions without one.

## Beside published rules

![Sensitivity against false alerts](rupture-rules.svg)

Each rule as it was published, with 95 % confidence intervals, and what it finds when its threshold is turned until it raises 5 false alerts in 100 sessions.

| Rule | False alerts in 100 sessions | Episodes found | Delay (sessions) | Found at 5 in 100 | Source |
|---|---|---|---|---|---|
${row(['**Attune default set**', ...measuredCells(shipped ?? null), percent(atFive), 'this page'])}
${compared.map(comparedRow).join('\n')}

## Another point on the curve

\`GET /api/alerting/rule-sets/operating-points\` gives these with their rules, ready to be sent to \`POST /api/alerting/rule-sets\`, tried on your own history (\`…/dry-run\`) and put in force (\`…/activate\`).

| Standard deviations | False alerts in 100 sessions | Episodes found | Delay (sessions) |
|---|---|---|---|
${points.map((point) => row([`${point.sds}${point.sds === shippedAt ? ' (shipped)' : ''}`, ...measuredCells(point)])).join('\n')}

Fewer false alerts are bought with ruptures that nobody hears of, and the other way round. A clinic that sees few clients and can follow up on everything goes down the table; one where alerts wait goes up.

## How it was made

${courses} courses were drawn: the parameters were tuned on one half (drift ${tuning.drift}, clip ${tuning.clip}, cut-off ${tuning.cutOffPace} points a standard deviation), and everything above is reported on the other. 40 % of the courses are stable, 25 % rise, 20 % have one or two ruptures that are mended, 8 % decline slowly, 7 % fall and end in dropout. Totals are whole numbers from 12 to 60, with a mean of ${assumptions.mean}, a standard deviation of ${assumptions.betweenClients} between clients, ${assumptions.occasion} from occasion to occasion and ${number(measurementError)} of measurement error (reliability ${assumptions.reliability}); most lie near the top and are cut off there, as real ratings are. An episode is where the true alliance lies ${assumptions.matters} points or more below the client's own level, or below ${assumptions.weakBelow}. It is found when a rule speaks at least once while it lasts; an alert outside of one is false.

Mean, spreads and shares are assumptions in the range of what client ratings commonly show; the reliability is that of Hatcher & Gillaspy (2006) for the WAI-SR. The check-in itself is not validated. A published threshold belongs to its own scale: the Session Rating Scale's is carried over as the same share of this one, where clients are assumed to rate less close to the top, so the row of its published threshold is hard on it. The curves, on which every threshold is turned, are the fair comparison.

## What it cannot tell

A simulation knows only what was put into it. Real ruptures are found by questionnaires less often than by trained observers, and clients who are afraid to criticise rate high. The detector that won is also the one that fits best how the courses were drawn. So look at the dry run on your own history, and at how often therapists call an alert useful, before you trust a number on this page.
`;
}
