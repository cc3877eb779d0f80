import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { hindi } from './hindi.ts';
import type { Words } from './words.ts';

const all: readonly Words[] = [english, hindi, arabic];

/** @param language BCP 47 tag; English where there are no words in it */
export const wordsIn = (language: string): Words =>
  all.find(({ code }) => code === language.toLowerCase().split('-')[0]) ?? english;
