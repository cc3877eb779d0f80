import { shippedAt, shippedCutOff } from './candidate.ts';
import { fingerprint } from './fingerprint.ts';
import { looksOf } from './looks.ts';
import { prior } from './prior.ts';
import { comparison, elsewhereTable, kindsTable, number, percent, pointsTable } from './report-tables.ts';
import type { Simulated } from './simulate.ts';
import { assumed, measurementError } from './world.ts';

/** The guide that goes with the rules: how they were chosen and what they cost. */
export function report(simulated: Simulated): string {
  const { tuning, courses, points, closest } = simulated;
  const draws = closest.map(({ name, lead }) => `${name} (${number(lead * 100)} points)`).join(', ');
  const shipped = points.find(({ sds }) => sds === shippedAt);
  const looks = looksOf(courses);
  const { mean, betweenClients, occasion, reliability, weakBelow, matters, shares } = assumed;
  const first = prior.mean - shippedAt * Math.hypot(prior.between, prior.within);
  return `# Rupture rules: how the default set was chosen

Written by \`npm run simulate\`: change the program, not this page.

## What is in force

Two rules look at the total of the Attune check-in (12 to 60):

- **Below the cut-off** (high): the total is below ${shippedCutOff}, from the first response on.
- **Below what is expected** (medium): the total is more than ${shippedAt} standard deviations below what this client's own course leads one to expect. The first response is held against all clients (below ${number(first)} counts), later ones more and more against the client's own; one bad session does not become the new normal.

As shipped, in the simulation, they find ${percent(shipped?.sensitivity ?? 0)} of the episodes and raise ${number(shipped?.falsePer100 ?? 0)} false alerts in 100 sessions without one.

The set that ships also holds rules for other instruments: taken from publications, or, for the short form of the check-in, carried over from these two. The [clinical guide](clinical.md#rupture-rules) lists them. They were not simulated on courses of their own, and no number on this page is about them. The rule of practice of the SRS is in the table below and does not ship.

## Beside published rules

![Sensitivity against false alerts](rupture-rules.svg)

Each rule as it was published, with 95 % confidence intervals (Wilson for what is found; bootstrap over clients for false alerts; ranks for the median delay), and what it finds when its threshold is turned until it raises 5 false alerts in 100 sessions. The least lead is by how much the default set finds more where the two curves come closest, from 0.5 to 20 false alerts in 100 sessions. Combinations were looked at as well. Two do as well as the default set: the expected score alone, which is a part of it (the cut-off is kept for the sake of those who are very low from the start, not for the curve), and the expected score with a CUSUM, which is one more rule that finds nothing more.

${comparison(simulated)}

The least lead is that of one draw of courses, and has no interval. On ${closest.length} other draws of as many, the single rule that came closest was: ${draws}. The curves come closest above 15 false alerts in 100 sessions; which of two rules a point or two apart is better there, this simulation does not decide.

What kind of episode the default set finds as shipped:

${kindsTable(simulated)}

## Another point on the curve

\`GET /api/alerting/rule-sets/operating-points\` gives these with their rules, ready to be sent to \`POST /api/alerting/rule-sets\`, tried on your own history (\`…/dry-run\`) and put in force (\`…/activate\`).

${pointsTable(simulated)}

Fewer false alerts are bought with ruptures that nobody hears of, and the other way round. A clinic that sees few clients and can follow up on everything goes down the table; one where alerts wait goes up.

## How it was made

${courses.length * 2} courses were drawn. Everything was tuned on one half: the population values of the rule (mean ${prior.mean}, ${prior.between} between clients, ${prior.within} within), drift ${tuning.drift}, clip ${tuning.clip}, and by how many points the cut-off moves with the knob (${tuning.cutOffPace} for a standard deviation). These are the last values of what was tried; what is tuned by (what is found, on average over rates of false alerts) changes by less than a point beyond them. Everything above is reported on the other half. ${percent(shares.stable)} of the courses are stable, ${percent(shares.rising)} rise, ${percent(shares.rupture)} have one or two ruptures that are mended, ${percent(shares.decline)} decline slowly, ${percent(shares.dropout)} fall and end in dropout.

An episode is where the true alliance has fallen ${matters} points or more below the client's own level: in a rupture, in a decline, or before dropout. It is found when a rule speaks at least once while it lasts; an alert outside of one is false. An alert about a client whose true alliance lies below ${weakBelow} without having fallen is counted neither way, because it is neither a rupture nor wrong; what changes when it is counted is said below.

| What is assumed | Value | From where |
|---|---|---|
| Internal consistency of a total | ${reliability} | Hatcher & Gillaspy (2006), Psychotherapy Research 16:12–25, for the WAI-SR; so ${number(measurementError(assumed))} points of measurement error |
| Scatter of a client from session to session | ${occasion} points beside measurement error | assumption: two consecutive totals then correlate by ${looks.retest.toFixed(2)}; published retest correlations of the Session Rating Scale are .54 to .70 (narrative review, doi:10.1080/26408066.2020.1729281) and .52 to .78 over four sessions (doi:10.1007/s12144-021-01721-8); more scatter is tried below |
| Usual levels of clients | mean ${mean}, SD ${betweenClients}, as far below the top as a log-normal says | assumption; skewed and cut off at the top because client ratings have moderate to large ceiling effects and are not normally distributed (Meier & Feeley, 2022, Journal of Counseling Psychology 69:235–245) |
| Shares and shapes of the courses | as above | assumption; local rupture-and-repair patterns were found in half of 44 cases by Stevens et al. (2007), which is tried below |

So the median total is ${looks.median}, ${percent(looks.nearTop)} of the totals are 48 or more, ${percent(looks.atTop)} are the very best, and ${percent(looks.weak)} are below ${weakBelow}. The check-in itself is not validated.

A published threshold belongs to its own scale: the Session Rating Scale's is carried over as the same share of this one, where clients are assumed to rate less close to the top, so the row of its published threshold is hard on it. The curves, on which every threshold is turned, are the fair comparison. Charts are tried round the population's mean and round the mean of a client's own first four sessions. CUSUM and EWMA start again after they have signalled, as they do in use: left running they would speak in session after session when all is well again, and be called false each time.

## If something else holds

The rules stay as they ship; courses are drawn from other assumptions.

${elsewhereTable(simulated)}

Where alerts about a weak but steady alliance are called false, the cut-off has its price at the strictest end, because such a client alerts each time. Where clients scatter more than assumed, the rules as they ship raise more false alerts: take the numbers within and between clients from your own history, or a point further up the table.

## What it cannot tell

A simulation knows only what was put into it. Real ruptures are found by questionnaires less often than by trained observers, and clients who are afraid to criticise rate high. The detector that won is also the one whose model comes closest to how the courses were drawn. So look at the dry run on your own history, and at how often therapists call an alert useful, before you trust a number on this page.

<!-- inputs: ${fingerprint(tuning)} -->
`;
}
