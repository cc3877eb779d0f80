import type { ItemChange } from '../api/answers.ts';

/** So many beside those about harm; the others are shown when they are asked for. */
const most = 5;

/**
 * Which answers stand behind an alert: one about harm always, moved or not; then what moved, or where there was no time
 * before, what was answered.
 * @param compared whether there was a time before
 * @param all whether every answer is wanted
 */
export function chooseAnswers(items: readonly ItemChange[], compared: boolean, all: boolean) {
  const answered = items.filter(({ value, previous }) => value !== null || previous !== null);
  const risky = answered.filter(({ risk }) => risk?.met);
  const others = answered.filter(({ risk }) => !risk?.met);
  const moved = others.filter((item) => !compared || (item.moved !== null && item.moved !== 0));
  return {
    answered: answered.length,
    risky: risky.length,
    moved: moved.length,
    rows: all ? [...risky, ...others] : [...risky, ...moved.slice(0, most)],
  };
}
