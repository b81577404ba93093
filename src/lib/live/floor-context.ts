import { getContext, setContext } from 'svelte';
import type { FloorLive } from './floor.svelte.ts';

const KEY = Symbol('floor');

/** What the server says of the set-up besides the live rows. */
export type FloorSetUp = {
	timeZone: string;
	/** The skill that each queue asks for. */
	skillOfQueue: Record<string, string>;
	mayViewContacts: boolean;
	mayAct: boolean;
};
export type FloorContext = { floor: FloorLive; setUp: FloorSetUp };

export function provideFloor(context: FloorContext): FloorContext {
	return setContext(KEY, context);
}

/** The live floor of the pages under it; call while a component is being set up. */
export function useFloor(): FloorContext {
	const context = getContext<FloorContext | undefined>(KEY);
	if (!context)
		throw new Error("Can't read the floor: no layout above this component; wanted provideFloor()");
	return context;
}
