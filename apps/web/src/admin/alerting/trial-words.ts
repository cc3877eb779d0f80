import { plural, t } from '@lingui/core/macro';
import type { Trial } from '../../api/rule-sets.ts';
import { fewest, fixed, whole } from '../../shell/formats.ts';

/** What rules would have raised, in numbers; of a handful of scores no share is told, for it would say nothing. */
export function trialWords(trial: Omit<Trial, 'items' | 'warnings'>): string {
  const { days, scores, alerts, clientsWithAlert, alertsPer100Scores, signallingScores } = trial;
  const [raised, about, among] = [
    plural(alerts, { one: '# alert', other: '# alerts' }),
    plural(clientsWithAlert, { one: '# client', other: '# clients' }),
    plural(scores, { one: '# score', other: '# scores' }),
  ];
  const share = fixed(alertsPer100Scores);
  const raisedWords =
    scores < fewest
      ? t`In the last ${days} days it would have raised ${raised} about ${about}, of ${among}.`
      : t`In the last ${days} days it would have raised ${raised} about ${about}: ${share} in 100 scores, of ${among}.`;
  if (signallingScores <= alerts) return raisedWords;
  const signals = whole(signallingScores);
  return `${raisedWords} ${t`Its rules speak about ${signals} scores: several about one concern are one alert.`}`;
}
