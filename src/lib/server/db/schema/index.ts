export * from './sites.ts';
export * from './queues.ts';
export * from './agents.ts';
export * from './contacts.ts';
export * from './events.ts';
export * from './planning.ts';
export * from './operations.ts';
export * from './access.ts';
