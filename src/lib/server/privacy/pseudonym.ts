import { createHash, randomUUID } from 'node:crypto';

/** By which an erased customer is known again without the name being kept. */
export const customerHash = (customer: string): string => createHash('sha256').update(customer).digest('hex');

/** What stands in place of an erased customer's id: nothing leads back from it. */
export const newPseudonym = (): string => `erased-${randomUUID().slice(0, 13)}`;

/** What stands in place of erased words. */
export const ERASED_WORDS = '[erased]';
