import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';

/** The instant at which the local day of `ms` began in a zone; days on which the clocks change included. */
export const dayStart = (ms: number, timeZone: string): number =>
	startOfDay(new TZDate(ms, timeZone)).getTime();
