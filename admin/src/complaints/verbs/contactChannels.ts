import type { Channel } from '../../gql/graphql';

/** How a customer and the bank speak to each other once a complaint is there. */
export const contactChannels = [
  'PHONE',
  'ON_SITE',
  'ONLINE',
  'MOBILE_APP',
  'LETTER',
  'EMAIL',
  'OTHER',
] as const satisfies readonly Channel[];
