import type { Figure, Psychometrics } from './figure.ts';
import { publishedFigures } from './published-figures.ts';

interface Declaring {
  readonly code: string;
  readonly reliability?:
    { readonly value: number; readonly sd?: number | undefined; readonly source: string } | undefined;
}

const shipped = 'https://attune.example/instruments/';
const unsaid: Figure = { unknown: 'Whoever published this instrument has not said it.' };
const unvalidated: Figure = { unknown: 'Not validated: nobody has measured it yet.' };

/**
 * Reliability and SD of a scale: as its key declares them, else as they were published about an instrument that ships,
 * else the reason why they are not known. Nothing is guessed.
 */
export function psychometricsOf(
  { url, validated }: { readonly url: string; readonly validated: boolean },
  { code, reliability: declared }: Declaring,
): Psychometrics {
  const known = url.startsWith(shipped) ? publishedFigures[url.slice(shipped.length)]?.[code] : undefined;
  const otherwise = validated ? unsaid : unvalidated;
  const { value, sd, source = '' } = declared ?? {};
  return {
    reliability: value === undefined ? (known?.reliability ?? otherwise) : { value, source },
    sd: sd === undefined ? (known?.sd ?? otherwise) : { value: sd, source },
  };
}
