import Sequencer from '@jest/test-sequencer';

const turnOf = ({ path }) => (path.includes('/chaos/') ? 0 : path.includes('/pictures.') ? 1 : 2);
const isJourney = ({ path }) => path.endsWith('.e2e.spec.ts');

/**
 * Journeys by path, the same each time: chaos has the machine to itself before the first of the others starts the
 * platform that they share, and the guides' pictures are taken before other journeys add people to it. Everything else in the order that Jest thinks fastest.
 */
export default class OneAfterTheOther extends Sequencer {
  sort(tests) {
    const journeys = tests
      .filter(isJourney)
      .sort((one, other) => turnOf(one) - turnOf(other) || one.path.localeCompare(other.path));
    return [...super.sort(tests.filter((test) => !isJourney(test))), ...journeys];
  }
}
