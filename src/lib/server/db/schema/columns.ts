import { integer } from 'drizzle-orm/sqlite-core';

/** An instant: milliseconds since 1970 UTC. */
export const instant = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
