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

const idNumber = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const cardNumber = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
const phoneNumber = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;

/** Hides id, card and phone numbers inside free text. */
export function maskText(text: string): string {
  return text
    .replace(idNumber, maskNumber)
    .replace(cardNumber, (found) => `****${found.replace(/[ -]/g, '').slice(-4)}`)
    .replace(phoneNumber, (found) => maskPhone(found.replace(/[ -]/g, '').slice(-11)));
}

const secretWords =
  /(?:cvv2?|cvc2?|安全码|验证值|背面.{0,4}三位|密\s*码|口令|password|passwd|pin\s*code|\bpin\b)\s*(是|为|:|：|=|is)?\s*[“"'「]?([0-9A-Za-z!@#$%^&*._-]{3,32})/gi;

/** Whether free text holds a card number together with a CVV, or a password (JR/T 0171-2020, class C3). */
export function holdsSecret(text: string): boolean {
  return [...text.matchAll(secretWords)].some(([whole, sign, value]) => {
    if (/^(?:cv|安全码|验证值|背面)/i.test(whole)) return text.search(cardNumber) >= 0;
    // "the password is wrong" tells none: without a clear sign only what holds a digit is taken for one.
    return /^[是为:：=]$/.test(sign ?? '') || /\d/.test(value!);
  });
}
