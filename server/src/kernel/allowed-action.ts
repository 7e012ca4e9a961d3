import { Field, ObjectType } from 'type-graphql';
import type { Context } from './context.js';
import { say } from './messages.js';
import { computed, type EntityClass } from './read/registry.js';

@ObjectType({ description: 'Something the viewer may do with a row, now or once something else is done.' })
export class AllowedAction {
  @Field(() => String, { description: "The mutation's name." })
  code!: string;

  @Field(() => String, { description: "Its label, in the caller's language." })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why it cannot be done now, in the caller's language; null when it can.",
  })
  blockedBy!: string | null;
}

/** What an action's rule says of a row: not for this viewer, open to them, or blocked for a reason (a message key). */
export type Permission = 'denied' | 'open' | { blockedBy: string };

/** A verb and the rule that guards it; the same rule decides in the action itself. */
export interface Offer<Facts> {
  code: string;
  rule(ctx: Context, facts: Facts): Permission;
}

interface Offers {
  needs: string[];
  offers: Offer<never>[];
}

const offersByType = new Map<string, Offers>();

/** Offers verbs on a type, in the order of buttons; an upper slice may add its own to a lower type. */
export function offer<Facts>(type: EntityClass, needs: readonly string[], offers: readonly Offer<Facts>[]): void {
  const known = offersByType.get(type.name) ?? { needs: [], offers: [] };
  known.needs = [...new Set([...known.needs, ...needs])];
  known.offers.push(...(offers as readonly Offer<never>[]));
  offersByType.set(type.name, known);
  computed(type, 'allowedActions', known.needs);
}

/** The verbs that the viewer may do with a row now, and those that only wait for something. */
export function allowedActions(ctx: Context, type: EntityClass, row: unknown): AllowedAction[] {
  return (offersByType.get(type.name)?.offers ?? []).flatMap(({ code, rule }) => {
    const permission = rule(ctx, row as never);
    if (permission === 'denied') return [];
    const blockedBy = permission === 'open' ? null : say(ctx.locale, permission.blockedBy);
    return [{ code, label: say(ctx.locale, `action.${code}`), blockedBy }];
  });
}
