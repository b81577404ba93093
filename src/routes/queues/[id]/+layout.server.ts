import { floorLoad } from '#lib/server/floor-load.ts';
import type { LayoutServerLoad } from './$types';

/** Apart from the page's own numbers, which are read again every few seconds. */
export const load: LayoutServerLoad = ({ locals }) => ({ floor: floorLoad(locals.actor) });
