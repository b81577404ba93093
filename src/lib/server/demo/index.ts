import type { Centre } from '../centre.ts';
import type { Context } from '../context.ts';

export interface Demo {
	stop(): void;
}

export async function startDemo(_ctx: Context, _centre: Centre): Promise<Demo> {
	return { stop: () => undefined };
}
