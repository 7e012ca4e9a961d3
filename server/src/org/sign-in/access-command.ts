import { command, type Context } from '../../kernel/context.js';
import { forgetViewers } from './viewer-memory.js';

/** As `command`, for what changes rights or sessions: the next request sees it, and its caller at once. */
export function accessCommand<Arguments extends unknown[], Result>(
  action: (ctx: Context, ...args: Arguments) => Promise<Result>,
): (ctx: Context, ...args: Arguments) => Promise<Result> {
  const run = command(action);
  return async (ctx, ...args) => {
    const result = await run(ctx, ...args);
    forgetViewers(ctx.app);
    return result;
  };
}
