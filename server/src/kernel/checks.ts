import { badInput, type FieldErrors } from './errors.js';
import { holdsSecret } from './masking.js';
import type { Message } from './messages.js';

// NUL cannot be stored by PostgreSQL; an unpaired surrogate is not Unicode text at all.
/** Whether PostgreSQL can hold a text. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Collects what is wrong with an input, so that every field is named at once. */
export class Checks {
  private readonly found: FieldErrors = {};

  /** Notes a field as wrong unless the claim holds; the first remark on a field stays. */
  that(claim: boolean, path: string, message: Message | string): boolean {
    if (!claim) this.found[path] ??= message;
    return claim;
  }

  /** Checks storable characters and length in characters (code points); answers the trimmed text, null when absent. */
  text(value: string | null | undefined, path: string, limits: { max: number; min?: number }): string | null {
    if (value == null) return null;
    if (!this.that(isStorable(value), path, 'field.badCharacters')) return null;
    const trimmed = value.trim();
    const length = [...trimmed].length;
    const { max, min = 1 } = limits;
    this.that(length >= min, path, min === 1 ? 'field.required' : { key: 'field.tooShort', params: { min } });
    this.that(length <= max, path, { key: 'field.tooLong', params: { max } });
    return trimmed;
  }

  /** As `text`, and the value must be there. */
  requiredText(value: string | null | undefined, path: string, limits: { max: number; min?: number }): string {
    this.that(value != null, path, 'field.required');
    return this.text(value, path, limits) ?? '';
  }

  /** As `text`, for what people write freely: passwords, and card numbers with their CVV, are refused. */
  freeText(value: string | null | undefined, path: string, limits: { max: number; min?: number }): string | null {
    this.that(!holdsSecret(value ?? ''), path, 'field.holdsSecret');
    return this.text(value, path, limits);
  }

  /** As `freeText`, and it must be there. */
  requiredFreeText(value: string | null | undefined, path: string, limits: { max: number; min?: number }): string {
    this.that(value != null, path, 'field.required');
    return this.freeText(value, path, limits) ?? '';
  }

  number(value: number | null | undefined, path: string, limits: { min: number; max: number }): void {
    if (value != null)
      this.that(value >= limits.min && value <= limits.max, path, { key: 'field.outOfRange', params: limits });
  }

  /** Notes what another rule found. */
  take(remarks: FieldErrors): void {
    for (const [path, message] of Object.entries(remarks)) this.that(false, path, message);
  }

  /** What was noted so far, by path. */
  get remarks(): FieldErrors {
    return { ...this.found };
  }

  isWrong(path: string): boolean {
    return path in this.found;
  }

  /** Throws `BAD_USER_INPUT` with every remark; does nothing when there is none. */
  done(): void {
    if (Object.keys(this.found).length) throw badInput(this.found);
  }
}
