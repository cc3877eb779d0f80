import { t } from '@lingui/core/macro';
import { type PointerEvent, useState } from 'react';
import type { Series } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import type { Course, Stop } from './course-model.ts';
import { footOf, type Plane, width } from './plane.ts';
import { stopWords } from './stop-words.ts';
import { stepTo } from './step-to.ts';

interface Props {
  readonly series: Series;
  readonly course: Course;
  readonly plane: Plane;
}

/**
 * Over a drawing: tells of the answer under the pointer or the finger, or of that which arrow keys have gone to. A
 * slider, so that screen readers hand on the keys; it lies beside the drawing, which is not drawn again meanwhile.
 */
export function Along({ series, course: { stops, cutOff }, plane }: Props) {
  const zone = useZone();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = stops.length - 1;
  const shown = chosen === null ? undefined : stops[chosen];
  const told = shown ?? stops[last];
  if (!told) return null;
  const point = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width: wide } = currentTarget.getBoundingClientRect();
    setChosen(nearest(stops, plane, ((clientX - left) / wide) * width));
  };
  const words = stopWords(told, series, cutOff, zone);
  return (
    <div
      className="along"
      role="slider"
      tabIndex={0}
      aria-label={t`${series.title}: one answer after the other`}
      aria-valuemin={1}
      aria-valuemax={stops.length}
      aria-valuenow={(chosen ?? last) + 1}
      aria-valuetext={[words.head, ...words.rest].join(', ')}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={({ pointerType, currentTarget }) => {
        // A finger that is lifted leaves too, and what it asked for is still to be read.
        if (pointerType === 'mouse' && !currentTarget.matches(':focus-visible')) setChosen(null);
      }}
      onFocus={() => {
        setChosen((before) => before ?? last);
      }}
      onBlur={() => {
        setChosen(null);
      }}
      onKeyDown={(event) => {
        const next = stepTo(event.key, shown ? chosen : null, last);
        if (next === undefined || (next === null && !shown)) return;
        event.preventDefault();
        // Escape closes the words first, and what the chart is in with the next press.
        event.stopPropagation();
        setChosen(next);
      }}
    >
      {shown && <Words of={shown} plane={plane} words={words} />}
    </div>
  );
}

function nearest(stops: readonly Stop[], { x }: Plane, place: number): number {
  const far = stops.map(({ at }) => Math.abs(x(at) - place));
  return far.indexOf(Math.min(...far));
}

interface WordsProps {
  readonly of: Stop;
  readonly plane: Plane;
  readonly words: ReturnType<typeof stopWords>;
}

/** Within the drawing's sides wherever the answer stands, and above or below it, so that it stays in sight. */
function Words({ of: { at, point }, plane, words: { head, rest } }: WordsProps) {
  const y = point ? plane.y(point.value) : footOf(plane);
  const [left, top] = [`${(plane.x(at) / width) * 100}%`, `${(y / plane.height) * 100}%`];
  const low = y > plane.height / 2;
  return (
    <>
      <span className="along-here" style={{ left, top }} />
      <span
        className="along-words"
        aria-hidden="true"
        style={{
          left,
          ...(low ? { bottom: `calc(100% - ${top})` } : { top }),
          transform: `translateX(-${left})`,
        }}
      >
        <b>{head}</b>
        {rest.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </>
  );
}
