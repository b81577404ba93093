import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditChannel } from '#lib/contracts/audit.ts';

/** From where something is asked: it goes with every call that a request makes, so that no verb passes it on. */
export interface Origin {
	channel: AuditChannel;
	/** The caller's network address; of the command line, who ran it and where. */
	address: string | null;
	/** Names the request in logs, in answers and in the audit. */
	requestId: string | null;
}

// One a process, however often the module is loaded.
const KEY = Symbol.for('marea.origin');
const store = globalThis as { [KEY]?: AsyncLocalStorage<Origin | null> };
const origins = (store[KEY] ??= new AsyncLocalStorage<Origin | null>());

/** Runs something on behalf of whoever is told. */
export const runFrom = <T>(origin: Origin, run: () => T): T => origins.run(origin, run);

/** Where the running call comes from; null in what the server does by itself. */
export const currentOrigin = (): Origin | null => origins.getStore() ?? null;

/** What the server does by itself although a request set it going: the next request's work is not the first one's. */
export const runByItself = <T>(run: () => T): T => origins.run(null, run);
