/** 张** — the first character of a name; a single character is hidden whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length ? `${first}**` : '*';
}

/** 138****2071 — the first three and last four digits; shorter numbers keep two at the end. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(Math.max(phone.length - 2, 1)) + phone.slice(-2);
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 1****************X — the ends of an id or account number. */
export function maskNumber(value: string): string {
  return value.length <= 2 ? '*'.repeat(value.length) : value[0] + '*'.repeat(value.length - 2) + value.slice(-1);
}

/** z***@example.com — the first character and the domain. */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${[...local][0] ?? ''}***@${domain}`;
}

/** The first six characters of an address, which name the town. */
export function maskAddress(address: string): string {
  const characters = [...address];
  return characters.length > 8 ? `${characters.slice(0, 6).join('')}****` : '****';
}

// What people put between digits: spaces of all kinds, dots, dashes.
const gap = '[\\s.\\-·_]{0,2}';
const digits = (least: number, most: number | '') => `\\d(?:${gap}\\d){${least - 1},${most === '' ? '' : most - 1}}`;
const patterns: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g, maskEmail],
  [new RegExp(`(?<!\\d)\\d(?:${gap}\\d){16}${gap}[0-9Xx](?!\\d)`, 'g'), (found) => maskNumber(compact(found))],
  [new RegExp(`(?<!\\d)${digits(13, '')}(?!\\d)`, 'g'), (found) => `****${compact(found).slice(-4)}`],
  [
    new RegExp(`(?<!\\d)(?:\\+?86${gap})?1[3-9]${gap}${digits(9, 9)}(?!\\d)`, 'g'),
    (found) => maskPhone(compact(found).slice(-11)),
  ],
  [/(?<!\d)0\d{2,3}[\s.-]{0,2}\d{7,8}(?!\d)/g, (found) => maskPhone(compact(found))],
  [/(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,9}(?![A-Za-z0-9])/g, maskNumber],
];
const cardNumber = new RegExp(`(?<!\\d)${digits(13, 19)}(?!\\d)`);

const compact = (found: string) => found.replace(/[^0-9A-Za-z]/g, '');

/** Full-width letters, digits and signs as plain ones, one for one, so that places stay the same. */
const plain = (text: string) =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/** Hides id, passport, card and phone numbers and e-mail addresses inside free text, however they are spaced. */
export function maskText(text: string): string {
  let shown = text;
  for (const [pattern, mask] of patterns) shown = maskFound(shown, pattern, mask);
  return shown;
}

function maskFound(text: string, pattern: RegExp, mask: (found: string) => string): string {
  let shown = '';
  let end = 0;
  for (const { 0: found, index } of plain(text).matchAll(pattern)) {
    shown += text.slice(end, index) + mask(found);
    end = index + found.length;
  }
  return shown + text.slice(end);
}

const secretWords =
  /(?:cvv2?|cvc2?|安全码|验证值|背面.{0,4}三位|密\s*码|口令|验证码|password|passwd|\bpwd\b|pin\s*code|\bpin\b)\s*(是|为|:|=|is|改为|改成|就是|变成)?\s*[“"'「]?([0-9A-Za-z!@#$%^&*._-]{3,32})/gi;

/** Whether free text holds a card number together with a CVV, or a password (JR/T 0171-2020, class C3). */
export function holdsSecret(given: string): boolean {
  const text = plain(given);
  return [...text.matchAll(secretWords)].some(([whole, sign, value]) => {
    if (/^(?:cv|安全码|验证值|背面)/i.test(whole)) return cardNumber.test(text);
    // "the password is wrong" tells none: without a clear sign only what holds a digit is taken for one.
    return /^(?:是|为|:|=|改为|改成|就是|变成)$/.test(sign ?? '') || /\d/.test(value!);
  });
}
