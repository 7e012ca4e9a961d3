import englishMessages from 'ra-language-english';
import type { TranslationMessages } from 'react-admin';
import { accountMessages } from '../account/messages';
import { auditMessages } from '../audit/messages';
import { calendarMessages } from '../calendar/messages';
import { endingMessages } from '../complaints/endings/messages';
import { complaintMessages } from '../complaints/messages';
import { dashboardMessages } from '../dashboard/messages';
import { codeMessages } from '../codes/messages';
import { coverageMessages } from '../coverage/messages';
import { escalationMessages } from '../escalations/messages';
import { grantMessages } from '../grants/messages';
import { groupMessages } from '../groups/messages';
import { homeMessages } from '../home/messages';
import { keyMessages } from '../keys/messages';
import { layoutMessages } from '../layout/messages';
import { adoptMessages } from '../plans/adopt.messages';
import { editMessages } from '../plans/edit.messages';
import { handlingMessages } from '../plans/handling.messages';
import { planMessages } from '../plans/messages';
import { patternMessages } from '../patterns/messages';
import { registerMessages } from '../register/messages';
import { signInMessages } from '../signin/messages';
import { staffMessages } from '../staff/messages';
import { trackMessages } from '../track/messages';
import { unitMessages } from '../units/messages';
import { wallMessages } from '../wall/messages';
import { wordsEn } from '../words/en';
import { wordsZh } from '../words/zh';
import { frameworkZh } from './framework.zh';
import { sharedMessages } from './shared.messages';

const folders = [
  sharedMessages,
  layoutMessages,
  signInMessages,
  homeMessages,
  accountMessages,
  complaintMessages,
  registerMessages,
  endingMessages,
  escalationMessages,
  trackMessages,
  patternMessages,
  wallMessages,
  unitMessages,
  staffMessages,
  grantMessages,
  dashboardMessages,
  auditMessages,
  groupMessages,
  coverageMessages,
  keyMessages,
  codeMessages,
  planMessages,
  handlingMessages,
  adoptMessages,
  editMessages,
  calendarMessages,
];

/** Everything the console says in Chinese: the framework's keys, the glossary's labels, and each folder's own messages. */
export const zh: TranslationMessages = Object.assign(
  {},
  frameworkZh,
  { words: wordsZh },
  ...folders.map((folder) => folder.zh),
);

/** The same in English; a test compares keys and placeholders. */
export const en: TranslationMessages = Object.assign(
  {},
  englishMessages,
  { words: wordsEn },
  ...folders.map((folder) => folder.en),
);
