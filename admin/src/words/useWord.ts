import { useTranslate } from 'react-admin';
import type { wordsZh } from './zh';

type Words = typeof wordsZh;

/** The glossary's label of an enum value in the current language, e.g. `word('level', 'MAJOR')`. */
export function useWord(): <K extends keyof Words>(list: K, value: string & keyof Words[K]) => string {
  const translate = useTranslate();
  return (list, value) => translate(`words.${list}.${value}`);
}
