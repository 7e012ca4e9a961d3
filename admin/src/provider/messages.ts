import englishMessages from 'ra-language-english';
import { wordsEn } from '../words/en';
import { wordsZh } from '../words/zh';
import { frameworkZh } from './framework.zh';

/** Everything the console says in Chinese: the framework's keys, the glossary's labels, and each folder's own `messages.ts`. */
export const zh = { ...frameworkZh, words: wordsZh };

/** The same in English; a test compares keys and placeholders. */
export const en = { ...englishMessages, words: wordsEn };
