import type { Chance } from './random.ts';

const given =
  'Ada Alva Anouk Arda Benno Björn Carla Chiara Damir Daria Edda Elif Emil Enzo Esther Fabio Farid Freya Gero Hanna Henrik Ida Ilir Iris Jasmin Joris Judith Kaan Karim Lale Lars Lena Lia Luca Magda Malik Marek Maren Mila Nadia Noah Nora Olga Ole Pascal Petra Quirin Rafael Rania Romy Samir Selma Sina Stella Tamar Theo Tilda Ugo Valerie Viktor Wanda Xenia Yara Yusuf Zoe'.split(
    ' ',
  );
const family =
  'Adler Amari Bakker Baumann Becker Berg Bianchi Bosch Castro Demir Dietrich Ebert Engel Falk Fiedler Fontana Fuchs Graf Haas Hartwig Horvat Ivanova Jansen Jung Kaya Keller Kern Klein Kovač Kramer Kruse Lange Lorenz Maier Marten Meinhardt Moser Neumann Novak Osei Pauli Pohl Quast Rahimi Reuter Rossi Roth Sauer Schäfer Seidel Silva Stark Thaler Toth Ullrich Vogel Weiß Winter Yilmaz Zander Zimmer'.split(
    ' ',
  );

/** An invented name; addresses end in example.org, which belongs to nobody. */
export function inventName(random: Chance): string {
  return `${random.pick(given)} ${random.pick(family)}`;
}
