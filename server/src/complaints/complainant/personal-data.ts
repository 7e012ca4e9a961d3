import type { Cipher } from '../../kernel/encryption.js';
import { maskAddress, maskEmail, maskName, maskNumber, maskPhone } from '../../kernel/masking.js';
import type { Checks } from '../../kernel/checks.js';
import type { ComplainantInput, RepresentativeInput } from '../intake/complaint.input.js';

const mobile = /^1[3-9]\d{9}$/;
const fixedLine = /^0\d{2,3}\d{7,8}(?:-\d{1,6})?$/;
const serviceNumber = /^(?:400|800)\d{7}$|^95\d{3,6}$|^1\d{4}$/;
const international = /^\+(?!86)\d{6,15}$/;

/** Whether a number in normal form is of a mainland mobile, which takes text messages. */
export const isMobile = (phone: string): boolean => mobile.test(phone);

/** A telephone number without its decoration, or null when it is none. */
export function normalizedPhone(text: string): string | null {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^(?:\+|00)86-?/, '');
  const isExtension = /-\d{1,6}$/.test(compact) && /^0\d{2,3}-?\d{7,8}-\d{1,6}$/.test(compact);
  const digits = isExtension ? compact.replace(/-(?=\d{7,8}-)/, '') : compact.replaceAll('-', '');
  return [mobile, fixedLine, serviceNumber, international].some((pattern) => pattern.test(digits)) ? digits : null;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** An id number in capitals, or null when its shape, date or check digit is wrong (GB 11643-1999; passports and permits by shape). */
export function normalizedIdNumber(text: string): string | null {
  const value = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^[A-Z]{1,2}\d{6,10}$/.test(value)) return value;
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return null;
  const date = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const born = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== date || born.getUTCFullYear() < 1900)
    return null;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return checkDigits[sum % 11] === value[17] ? value : null;
}

const emailText = /^[^\s@<>",;:()[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251})\.[A-Za-z]{2,}$/;

/** Who complains, checked and in normal form, before it is sealed. */
export interface CheckedComplainant {
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  idNumber: string | null;
  customerNumber: string | null;
  representative: RepresentativeInput | null;
  anonymous: boolean;
  jointCount: number;
  inPerson: boolean;
}

/** Checks a complainant; without a name or any way to reach them only `anonymous` passes (D3-2.3.1, D6-四.1(1)). */
export function checkComplainant(checks: Checks, input: ComplainantInput): CheckedComplainant {
  const at = (field: string) => `complainant.${field}`;
  const name = checks.text(input.name, at('name'), { max: 100 });
  const phone = checkPhone(checks, input.phone, at('phone'));
  const email = checks.text(input.email, at('email'), { max: 254 });
  if (email && !checks.isWrong(at('email'))) checks.that(emailText.test(email), at('email'), 'complainant.badEmail');
  const address = checks.text(input.address, at('address'), { max: 300 });
  const idText = checks.text(input.idNumber, at('idNumber'), { max: 40 });
  const idNumber = idText === null || checks.isWrong(at('idNumber')) ? null : normalizedIdNumber(idText);
  if (idText !== null) checks.that(idNumber !== null, at('idNumber'), 'complainant.badIdNumber');
  const customerNumber = checks.text(input.customerNumber, at('customerNumber'), { max: 40 });
  checks.number(input.jointCount, at('jointCount'), { min: 1, max: 10_000 });
  if (!input.anonymous) {
    checks.that(input.name != null, at('name'), 'complainant.nameNeeded');
    const isReachable = [input.phone, input.email, input.address].some((way) => way != null && way.trim() !== '');
    checks.that(isReachable, at('phone'), 'complainant.contactNeeded');
  }
  const representative = checkRepresentative(checks, input.representative);
  const { anonymous, jointCount, inPerson } = input;
  return { name, phone, email, address, idNumber, customerNumber, representative, anonymous, jointCount, inPerson };
}

function checkPhone(checks: Checks, value: string | null | undefined, path: string): string | null {
  const text = checks.text(value, path, { max: 40 });
  if (text === null || checks.isWrong(path)) return null;
  const phone = normalizedPhone(text);
  checks.that(phone !== null, path, phoneRemark(text));
  return phone;
}

function phoneRemark(text: string) {
  const digits = text.replace(/\D/g, '');
  const looksMobile = /^1[3-9]/.test(digits) && digits.length !== 11;
  return looksMobile ? { key: 'complainant.mobileLength', params: { count: digits.length } } : 'complainant.badPhone';
}

function checkRepresentative(
  checks: Checks,
  input: RepresentativeInput | null | undefined,
): RepresentativeInput | null {
  if (!input) return null;
  const at = (field: string) => `complainant.representative.${field}`;
  const name = checks.requiredText(input.name, at('name'), { max: 100 });
  const phone = checkPhone(checks, input.phone, at('phone'));
  return { name, phone, relation: checks.text(input.relation, at('relation'), { max: 50 }) };
}

/** The columns of a complainant: ciphertexts, and digests of the numbers people are found by. */
export function sealed(cipher: Cipher, who: CheckedComplainant) {
  return {
    sealedName: cipher.encryptIfGiven(who.name),
    sealedPhone: cipher.encryptIfGiven(who.phone),
    sealedEmail: cipher.encryptIfGiven(who.email),
    sealedAddress: cipher.encryptIfGiven(who.address),
    sealedIdNumber: cipher.encryptIfGiven(who.idNumber),
    sealedCustomerNumber: cipher.encryptIfGiven(who.customerNumber),
    sealedRepresentative: who.representative && cipher.encrypt(JSON.stringify(who.representative)),
    phoneDigest: who.phone && phoneDigest(cipher, who.phone),
    idNumberDigest: who.idNumber && idNumberDigest(cipher, who.idNumber),
    anonymous: who.anonymous,
    jointCount: who.jointCount,
    inPerson: who.inPerson,
  };
}

export const phoneDigest = (cipher: Cipher, phone: string) => cipher.digest('phone', phone);
export const idNumberDigest = (cipher: Cipher, idNumber: string) => cipher.digest('idNumber', idNumber);

/** Opens a sealed value and hides most of it again. */
export function masked(cipher: Cipher, token: string | null, field: keyof typeof masks): string | null {
  return token === null ? null : masks[field](cipher.decrypt(token));
}

const masks = {
  name: maskName,
  phone: maskPhone,
  email: maskEmail,
  address: maskAddress,
  idNumber: maskNumber,
  customerNumber: maskNumber,
};

/** A representative as it was sealed. */
export const openRepresentative = (cipher: Cipher, token: string): RepresentativeInput =>
  JSON.parse(cipher.decrypt(token)) as RepresentativeInput;

/** A representative as it was sealed, masked. */
export function maskedRepresentative(cipher: Cipher, token: string | null): RepresentativeInput | null {
  if (token === null) return null;
  const { name, phone, relation } = openRepresentative(cipher, token);
  return { name: maskName(name), phone: phone ? maskPhone(phone) : null, relation: relation ?? null };
}
