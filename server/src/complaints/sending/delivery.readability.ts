import { offer } from '../../kernel/allowed-action.js';
import { expose, readable } from '../../kernel/read/registry.js';
import { Delivery } from '../../work/delivery/delivery.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { deliveryFactNeeds, deliveryOffers, visibleTo } from './delivery.access.js';

readable(Delivery, { visibleTo });
expose(Delivery, 'contact', { one: () => Contact, on: 'objectId' });
expose(Delivery, 'complaint', { one: () => Complaint, on: 'subjectId' });
expose(Contact, 'deliveries', {
  many: () => Delivery,
  by: 'objectId',
  orderBy: [
    { field: 'createdAt', direction: 'asc' },
    { field: 'id', direction: 'asc' },
  ],
  limit: 10,
});
offer(Delivery, deliveryFactNeeds, deliveryOffers);
