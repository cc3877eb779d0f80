/**
 * What a measure is called in a sentence, told from its address alone: "PHQ-9", "DASS-21 (anxiety)", "our own form".
 * @param instrument canonical address of the instrument; its last part is the name that it goes by
 * @param scale code of the scale; the total of an instrument is the instrument's
 */
export function measureName(instrument: string, scale: string): string {
  const name = instrument.split('/').at(-1) ?? instrument;
  // Letters and a number are how questionnaires are known by; other names are words.
  const told = /^[a-z]+-\d+$/.test(name) ? name.toUpperCase() : name.replaceAll('-', ' ');
  return scale === 'total' ? told : `${told} (${scale})`;
}
