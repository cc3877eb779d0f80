import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Names of what ships; an instrument of the clinic keeps its own. */
const shipped: Readonly<Record<string, MessageDescriptor>> = {
  Alliance: msg`Alliance`,
  'Agreement on goals': msg`Agreement on goals`,
  'Agreement on tasks': msg`Agreement on tasks`,
  Bond: msg`Bond`,
  Anxiety: msg`Anxiety`,
  'Anxiety severity': msg`Anxiety severity`,
  Depression: msg`Depression`,
  'Depression severity': msg`Depression severity`,
  'Psychological distress': msg`Psychological distress`,
  'Attune Alliance Check-in': msg`Attune Alliance Check-in`,
  'Attune Alliance Check-in, short form': msg`Attune Alliance Check-in, short form`,
};

/** An instrument or a scale of one by its name in the language of whoever reads it. */
export const nameWords = (name: string) => {
  const words = shipped[name];
  return words === undefined ? name : i18n._(words);
};

interface Named {
  readonly title: string;
  readonly instrumentTitle: string;
}

/** A scale with its name and that of its instrument in the language of whoever reads them. */
export const namedScale = <Scale extends Named>(scale: Scale): Scale => ({
  ...scale,
  title: nameWords(scale.title),
  instrumentTitle: nameWords(scale.instrumentTitle),
});
