import { measureName, type Rule } from '@attune/clinical';
import { useQuery } from '@tanstack/react-query';
import { catalogueQuery, instrumentsQuery, nameOf } from '../../api/instruments.ts';
import { namedScale, nameWords } from '../../charts/scale-words.ts';
import { newestOf } from '../asking/newest.ts';

/** What a rule looks at, by the title of the instrument and of its scale, also while it waits for its words. */
export function useMeasures(): (rule: Pick<Rule, 'instrument' | 'scale'>) => string {
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  const { data: catalogue = [] } = useQuery(catalogueQuery);
  const newest = newestOf(instruments).map(({ instrument }) => instrument);
  return ({ instrument: url, scale: code }) => {
    const instrument = newest.find((one) => one.url === url);
    const scale = instrument?.scales.find((one) => one.code === code);
    if (!instrument || !scale)
      return catalogue.find(({ name }) => name === nameOf(url))?.title ?? measureName(url, code);
    const named = namedScale({ title: scale.title, instrumentTitle: instrument.title });
    return `${named.instrumentTitle}: ${named.title}`;
  };
}

/** An instrument by its title, also while it waits for its words. */
export function useTitles(): (url: string) => string {
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  const { data: catalogue = [] } = useQuery(catalogueQuery);
  const newest = newestOf(instruments).map(({ instrument }) => instrument);
  return (url) => {
    const published = newest.find((one) => one.url === url);
    if (published) return nameWords(published.title);
    return catalogue.find(({ name }) => name === nameOf(url))?.title ?? measureName(url, 'total');
  };
}
