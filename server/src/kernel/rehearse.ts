import { Context } from './context.js';

/** Carries the answer out of a transaction that must leave nothing behind. */
class Undone extends Error {
  constructor(readonly answer: unknown) {
    super('a rehearsal is undone');
  }
}

/**
 * Does some work and undoes it: what it answers is what it would have done, and nothing of it stays.
 * It has a context and a transaction of its own, since the fields of a query run side by side.
 */
export async function rehearse<Answer>(ctx: Context, work: (own: Context) => Promise<Answer>): Promise<Answer> {
  const own = new Context(ctx.app, ctx.viewer, ctx.locale, ctx.address);
  try {
    return await own.transaction(async () => {
      throw new Undone(await work(own));
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer as Answer;
    throw error;
  }
}
