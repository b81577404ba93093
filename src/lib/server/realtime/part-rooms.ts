import type { Scope } from '../context.ts';
import type { Hub } from './attach-realtime.ts';

/**
 * Readers by what they see: one room for those of the whole centre, one for each part of it. What a room is told is
 * worked out once for all who are in it; while nobody is for a part only, the parts cost nothing.
 */
export class PartRooms {
	readonly #hub: Hub;
	readonly #name: string;
	readonly #parts = new Set<string>();

	constructor(hub: Hub, name: string) {
		this.#hub = hub;
		this.#name = name;
	}

	/** Where readers of this part belong; null and undefined: of the whole centre. */
	roomFor(scope: Scope | null | undefined): string {
		if (!scope) return this.#name;
		const room = `${this.#name} ${scope.key}`;
		this.#parts.add(room);
		return room;
	}

	/** The rooms of parts in which somebody is, with what they see now. */
	*parts(): Generator<[room: string, scope: Scope]> {
		for (const room of this.#parts) {
			const { adapter, sockets } = this.#hub.sockets;
			const [first] = adapter.rooms.get(room) ?? [];
			const scope = first === undefined ? null : sockets.get(first)?.data.actor.scope;
			if (scope) yield [room, scope];
			else this.#parts.delete(room);
		}
	}
}
