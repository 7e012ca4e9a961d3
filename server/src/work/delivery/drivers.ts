import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import type { Driver, Drivers } from '../../kernel/driver.js';
import { DeliveryChannel } from './enumerations.js';
import { logDriver } from './log-driver.js';
import { mailDriver } from './mail-driver.js';
import { webhookDriver } from './webhook-driver.js';

/** A driver for each channel that is configured; in demo mode for every channel one that sends nothing. */
export function driversOf(config: Config, log: Logger): Drivers {
  if (config.isDemo)
    return Object.fromEntries(Object.keys(DeliveryChannel).map((channel) => [channel, logDriver(log, channel)]));
  const { SMTP_URL, MAIL_FROM, SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET, IM_WEBHOOK_URL, IM_WEBHOOK_SECRET } = config;
  const drivers: Partial<Record<DeliveryChannel, Driver>> = {};
  if (SMTP_URL && MAIL_FROM) drivers.EMAIL = mailDriver({ url: SMTP_URL, from: MAIL_FROM });
  if (SMS_WEBHOOK_URL && SMS_WEBHOOK_SECRET)
    drivers.SMS = webhookDriver({ url: SMS_WEBHOOK_URL, secret: SMS_WEBHOOK_SECRET });
  if (IM_WEBHOOK_URL && IM_WEBHOOK_SECRET)
    drivers.IM = webhookDriver({ url: IM_WEBHOOK_URL, secret: IM_WEBHOOK_SECRET });
  return drivers;
}
