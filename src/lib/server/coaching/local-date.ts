import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

/** The local date of an instant, YYYY-MM-DD. */
export const localDate = (ms: number, timeZone: string): string =>
	format(new TZDate(ms, timeZone), 'yyyy-MM-dd');
