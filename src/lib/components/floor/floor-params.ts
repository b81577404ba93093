import { AddressParams } from '#lib/live/address-params.svelte.ts';
import { USUAL_WINDOW } from '#lib/live/windows.svelte.ts';
import { hiddenColumns } from './figure-columns.ts';

/** The floor's whole view, as the address holds it. */
export const floorParams = () =>
	new AddressParams({
		window: USUAL_WINDOW,
		group: '',
		q: '',
		channel: '',
		trouble: '',
		sort: '',
		view: '',
		hide: [...hiddenColumns('queues'), 'sl-today'].join('.'),
		'hide-groups': hiddenColumns('groups').join('.')
	});

export type FloorParams = ReturnType<typeof floorParams>;
