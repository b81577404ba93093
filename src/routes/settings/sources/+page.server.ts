import { floorLoad } from '#lib/server/floor-load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ floor: floorLoad(locals.actor) });
