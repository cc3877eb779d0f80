import { lines, numbered, scaleOver } from './build-key.ts';
import type { InstrumentKey } from './instrument-key.ts';

const onRequest = { name: 'Wording by licence of its holder only' };
const good = { higherIsBetter: true } as const;

const waiSrItems = numbered('wai-sr', 12, { from: 1, to: 5 });
export const waiSr: InstrumentKey = {
  name: 'wai-sr',
  title: 'WAI-SR, client form',
  holder: 'Adam Horvath: https://wai.profhorvath.com',
  source: 'Hatcher & Gillaspy (2006), Psychotherapy Research 16:12–25',
  caution: 'There is no validated cut-off. Items are numbered as in the client form of 12.',
  licence: onRequest,
  items: waiSrItems,
  scales: [
    scaleOver(waiSrItems, [4, 6, 8, 11], { code: 'goal', title: 'Goal', method: 'mean', ...good }),
    scaleOver(waiSrItems, [1, 2, 10, 12], { code: 'task', title: 'Task', method: 'mean', ...good }),
    scaleOver(waiSrItems, [3, 5, 7, 9], { code: 'bond', title: 'Bond', method: 'mean', ...good }),
    scaleOver(waiSrItems, 'all', { code: 'total', title: 'Working alliance', method: 'mean', ...good }),
  ],
};

const srsItems = lines('srs', 4);
export const srs: InstrumentKey = {
  name: 'srs',
  title: 'Session Rating Scale 3.0',
  holder: 'Scott D. Miller: https://www.scottdmiller.com',
  source: 'Duncan, Miller, Sparks et al. (2003), Journal of Brief Therapy 3:3–12',
  licence: onRequest,
  items: srsItems,
  scales: [
    scaleOver(srsItems, 'all', {
      ...{ code: 'total', title: 'Alliance', method: 'sum', ...good },
      cutOff: { value: 36, source: 'Duncan, Miller, Sparks et al. (2003): a score below 36 is discussed' },
    }),
  ],
};

const armItems = numbered('arm-5', 5, { from: 1, to: 7 }, { reversed: [3] });
export const arm5: InstrumentKey = {
  name: 'arm-5',
  title: 'Agnew Relationship Measure, ARM-5, client form',
  holder: 'Jane Cahill and Michael Barkham',
  source: 'Cahill, Stiles, Barkham et al. (2012), Psychotherapy Research 22:241–255',
  caution:
    'Item 3, about difficulty in working together, is keyed in reverse: compare the order of your copy.',
  licence: onRequest,
  items: armItems,
  scales: [scaleOver(armItems, 'all', { code: 'total', title: 'Alliance', method: 'mean', ...good })],
};

const saiItems = numbered('sai', 6, { from: 0, to: 5 });
export const sai: InstrumentKey = {
  name: 'sai',
  title: 'Session Alliance Inventory',
  holder: 'Fredrik Falkenström',
  source: 'Falkenström, Hatcher, Skjulsvik, Larsson & Holmqvist (2015), Psychological Assessment 27:169–183',
  caution: 'Six items from 0 to 5: compare the answers of your copy.',
  licence: onRequest,
  items: saiItems,
  scales: [scaleOver(saiItems, 'all', { code: 'total', title: 'Alliance', method: 'mean', ...good })],
};
