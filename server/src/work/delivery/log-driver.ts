import type { Logger } from 'pino';
import type { Driver } from '../../kernel/driver.js';

/** Sends nothing and says so in the log, by id alone: invented people have no mailbox, or worse, somebody else's. */
export const logDriver = (log: Logger, channel: string): Driver => ({
  isSimulated: true,
  async send({ id }) {
    log.info({ delivery: id, channel }, 'would have been sent');
  },
});
