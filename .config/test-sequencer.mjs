import Sequencer from '@jest/test-sequencer';

const isJourney = ({ path }) => path.endsWith('.e2e.spec.ts');

/**
 * Journeys by path, the same each time: chaos has the machine to itself before the first of the others starts the
 * platform that they share. Everything else in the order that Jest thinks fastest.
 */
export default class OneAfterTheOther extends Sequencer {
  sort(tests) {
    const journeys = tests.filter(isJourney).sort((one, other) => one.path.localeCompare(other.path));
    return [...super.sort(tests.filter((test) => !isJourney(test))), ...journeys];
  }
}
