import type { Drivers } from '../../kernel/driver.js';
import type { Cipher } from '../../kernel/encryption.js';
import type { Channel } from '../../org/channel.js';
import type { DeliveryChannel } from '../../work/delivery/enumerations.js';
import { isMobile } from '../complainant/personal-data.js';
import type { Complainant } from '../complainant/complainant.js';

/** How a customer can be written to. */
export interface Way {
  channel: DeliveryChannel;
  sealedRecipient: string;
}

/** By e-mail whoever wrote one, others by text message to a mobile phone, else the other way; null when there is none. */
export function wayToCustomer(
  { cipher, drivers }: { cipher: Cipher; drivers: Drivers },
  cameBy: Channel,
  { sealedEmail, sealedPhone }: Pick<Complainant, 'sealedEmail' | 'sealedPhone'>,
): Way | null {
  const byMail = 'EMAIL' in drivers && sealedEmail !== null && way('EMAIL', sealedEmail);
  const bySms =
    'SMS' in drivers && sealedPhone !== null && isMobile(cipher.decrypt(sealedPhone)) && way('SMS', sealedPhone);
  return (cameBy === 'EMAIL' ? byMail || bySms : bySms || byMail) || null;
}

const way = (channel: DeliveryChannel, sealedRecipient: string): Way => ({ channel, sealedRecipient });
