import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.ts';

describe('a line of the export', () => {
  it('quotes what would break it', () => {
    expect(csvLine(['Ito, Ana', 'says "no"', 'two\nlines', 4.5, null])).toBe(
      '"Ito, Ana","says ""no""","two\nlines",4.5,\r\n',
    );
  });

  it.each(['=1+1', '+49 30', '-cmd', '@sum', '\t=1', ' =1', '＝1'])('lets no spreadsheet run %j', (text) => {
    expect(csvLine([text])).toContain(`'${text}`);
  });

  it('leaves numbers numbers, also those below zero', () => {
    expect(csvLine([-14, 0])).toBe('-14,0\r\n');
  });
});
